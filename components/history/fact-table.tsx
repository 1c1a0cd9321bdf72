import type { FactView } from '#lib/history/views.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import type { Translator } from '#lib/i18n/translator.ts'
import { Badge } from './badge.tsx'
import { Corrections } from './corrections.tsx'
import { SourceList } from './sources.tsx'
import { spoken } from './words.ts'

type Props = { readonly facts: readonly FactView[]; readonly locale: Locale; readonly t: Translator<'history'> }

// A region that scrolls must take the focus, or a keyboard cannot scroll it.
const reachable = { tabIndex: 0 }

/** The table of figures. Each row is headed by the verified subject; on phones a row is a block of named parts, between that and a wide screen the region scrolls by keyboard. */
export function FactTable({ facts, locale, t }: Props) {
  return (
    <section className="scroll" aria-labelledby="facts-caption" {...reachable}>
      <table className="stack stack--facts">
        <caption id="facts-caption">{t('facts.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('facts.subject')}</th>
            <th scope="col">{t('facts.post')}</th>
            <th scope="col">{t('facts.record')}</th>
            <th scope="col">{t('facts.sources')}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <FactRow key={fact.id} fact={fact} locale={locale} t={t} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function FactRow({ fact, locale, t }: Omit<Props, 'facts'> & { readonly fact: FactView }) {
  return (
    <tr id={fact.id}>
      <th scope="row">
        <span {...spoken(fact.title)}>{fact.title.text}</span>
      </th>
      <td data-label={t('facts.post')}>{fact.saysPost && <span {...spoken(fact.saysPost)}>{fact.saysPost.text}</span>}</td>
      <td data-label={t('facts.record')}>
        <Badge badge={fact.badge} t={t} /> {fact.sourcesDisagree && <b>{t('facts.disagree')}. </b>}
        <span {...spoken(fact.record)}>{fact.record.text}</span>{' '}
        {fact.entryId && (
          <a href={`${localPath(locale, '/history')}#${fact.entryId}`}>
            {t.rich('facts.entry', { title: fact.title.text, hidden: (words) => <span className="vh">{words}</span> })}
          </a>
        )}
        <Corrections corrections={fact.corrections} t={t} />
      </td>
      <td data-label={t('facts.sources')}>
        <SourceList sources={fact.sources} t={t} />
        <p className="small pt-2">
          <a href={localPath(locale, `/history/report?entry=${fact.id}`)}>
            {t.rich('report', { title: fact.title.text, hidden: (words) => <span className="vh">{words}</span> })}
          </a>
        </p>
      </td>
    </tr>
  )
}
