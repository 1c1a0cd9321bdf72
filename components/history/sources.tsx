import type { SourceView } from '#lib/history/views.ts'
import type { Translator } from '#lib/i18n/translator.ts'

type Props = { readonly sources: readonly SourceView[]; readonly t: Translator<'history'> }

/** The sources a reader can check, folded away. */
export function Sources({ sources, t }: Props) {
  return (
    <details className="more">
      <summary>{t('sources', { count: String(sources.length) })}</summary>
      <div>
        <SourceList sources={sources} t={t} />
      </div>
    </details>
  )
}

/** Title, publisher and date of each source; a link where there is an address. */
export function SourceList({ sources, t }: Props) {
  return (
    <ul className="list">
      {sources.map((source) => (
        <li key={source.id}>
          <SourceTitle source={source} />
          {t('comma')}
          <bdi>{source.publisher}</bdi>
          {source.date && t('comma') + source.date}
          {source.url === null && ` (${t('noLink')})`}
        </li>
      ))}
    </ul>
  )
}

function SourceTitle({ source }: { readonly source: SourceView }) {
  const title = (
    <bdi lang={source.titleLang} dir="ltr">
      {source.title}
    </bdi>
  )
  if (source.url === null) return title
  return (
    <a href={source.url} rel="noopener nofollow">
      {title}
    </a>
  )
}
