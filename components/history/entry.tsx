import { Icon } from '#components/ui/icon.tsx'
import type { EntryView } from '#lib/history/views.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import type { Translator } from '#lib/i18n/translator.ts'
import { Badge, dotOf } from './badge.tsx'
import { Corrections } from './corrections.tsx'
import { Sources } from './sources.tsx'
import { spoken } from './words.ts'

type Props = {
  readonly entry: EntryView
  readonly locale: Locale
  readonly t: Translator<'history'>
  /** The rank of its heading. */
  readonly level?: 1 | 3 | 4
  /** What the disclosure of the post's words is called. */
  readonly postLabel?: string
}

/** One entry: the verified fact first, then the record and its mark, and only then what the post says. */
export function Entry({ entry, locale, t, level = 3, postLabel = t('saysPost') }: Props) {
  const Heading = `h${level}` as const
  return (
    <article className="entry" id={entry.id} data-p={dotOf(entry.badge)} aria-labelledby={`${entry.id}-h`}>
      <EntryDate entry={entry} />
      <Heading id={`${entry.id}-h`} {...spoken(entry.title)}>
        {entry.title.text}
      </Heading>
      <p {...spoken(entry.record)}>{entry.record.text}</p>
      <p className="entry__top">
        <Badge badge={entry.badge} t={t} />
        {!entry.fromPost && <span className="small">{t('notInPost')}</span>}
      </p>
      {entry.saysPost && (
        <details className="more">
          <summary>{postLabel}</summary>
          <div>
            <p {...spoken(entry.saysPost)}>{entry.saysPost.text}</p>
          </div>
        </details>
      )}
      <EntryNote entry={entry} t={t} />
      <Corrections corrections={entry.corrections} t={t} />
      <Sources sources={entry.sources} t={t} />
      <EntryLinks entry={entry} locale={locale} t={t} />
      <EntryFoot entry={entry} locale={locale} t={t} />
    </article>
  )
}

function EntryDate({ entry }: Pick<Props, 'entry'>) {
  if (!entry.date) return null
  const { label, machine } = entry.date
  return <p className="entry__date">{machine ? <time dateTime={machine}>{label}</time> : label}</p>
}

function EntryNote({ entry, t }: Pick<Props, 'entry' | 't'>) {
  if (!entry.note) return null
  const differs = entry.badge === 'corrected'
  return (
    <p className={differs ? 'note' : 'note note--info'}>
      <b>{differs ? t('whyDiffer') : t('aboutCheck')}.</b> <span {...spoken(entry.note)}>{entry.note.text}</span>
    </p>
  )
}

function EntryLinks({ entry, locale, t }: Pick<Props, 'entry' | 'locale' | 't'>) {
  const page = localPath(locale, '/history')
  return (
    <div className="entry__top small">
      {entry.people.length + entry.topics.length > 0 && (
        <ul className="tags plain" aria-label={t('topicsLabel')}>
          {entry.people.map((person) => (
            <li key={person}>
              <a href={`${page}?person=${person}`}>{t(person === 'cz' ? 'personsShort.cz' : 'personsShort.heYi')}</a>
            </li>
          ))}
          {entry.topics.map((topic) => (
            <li key={topic}>
              <a href={`${page}?topic=${topic}`}>{t(`topics.${topic}`)}</a>
            </li>
          ))}
        </ul>
      )}
      <a className="link ms-auto" href={`${page}/${entry.id}`}>
        <Icon name="link" /> {t.rich('linkTo', { title: entry.title.text, hidden: (words) => <span className="vh">{words}</span> })}
      </a>
    </div>
  )
}

function EntryFoot({ entry, locale, t }: Pick<Props, 'entry' | 'locale' | 't'>) {
  return (
    <p className="entry__top small muted">
      {entry.checkedOn && <span>{t('checked', { date: entry.checkedOn })}</span>}
      <a className="link" href={localPath(locale, `/history/report?entry=${entry.id}`)}>
        {t.rich('report', { title: entry.title.text, hidden: (words) => <span className="vh">{words}</span> })}
      </a>
    </p>
  )
}
