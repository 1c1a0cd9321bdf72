import { Reference } from '#components/submissions/reference.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import { languageName, wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { ReviewerLine } from '#lib/review/views.ts'

const figures = ['eligible', 'withoutCopy', 'unread', 'readOnce', 'readTwice', 'readMore', 'reviews', 'open'] as const
type Progress = Readonly<Record<(typeof figures)[number], number>>

/** How far reading has got, in numbers. */
export function ReadingFigures({ locale, progress }: Readonly<{ locale: Locale; progress: Progress }>) {
  const t = translator(locale, 'review')
  return (
    <section className="flow" aria-labelledby="progress">
      <h2 id="progress">{t('overview.progress')}</h2>
      <dl className="stat">
        {figures.map((figure) => (
          <div key={figure}>
            <dt>{t(`overview.${figure}`)}</dt>
            <dd>{wholeNumber(locale, progress[figure])}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Who reads, what they have left and what they have done. */
export function ReviewerTable({ locale, people }: Readonly<{ locale: Locale; people: readonly ReviewerLine[] }>) {
  const t = translator(locale, 'review')
  return (
    <TableRegion labelledBy="reviewers">
      <table>
        <caption id="reviewers">{t('overview.reviewers')}</caption>
        <thead>
          <tr>
            {(['name', 'languages', 'independent', 'left', 'done'] as const).map((column) => (
              <th key={column} scope="col" className={column === 'left' || column === 'done' ? 'num' : undefined}>
                {t(`overview.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.filter(hasReadings).map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <bdi>{person.name}</bdi>
                {person.isAdmin && <span className="small muted"> {t('overview.byHand')}</span>}
              </th>
              <td>
                {person.languages.map((tag) => languageName(locale, tag)).join(translator(locale, 'staff')('comma')) ||
                  t('overview.noLanguages')}
              </td>
              <td>{t(person.independent ? 'overview.yes' : 'overview.no')}</td>
              <td className="num">{wholeNumber(locale, person.left)}</td>
              <td className="num">{wholeNumber(locale, person.done)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}

/** An admin is asked by hand only, and stands here once that happened. */
function hasReadings({ isAdmin, left, done }: ReviewerLine): boolean {
  return !isAdmin || left + done > 0
}

type Unreadable = Readonly<{ reference: string; language: string }>

/** Entries that wait for a reader who does not exist. */
export function NobodyCanRead({ locale, entries }: Readonly<{ locale: Locale; entries: readonly Unreadable[] }>) {
  const t = translator(locale, 'review')
  return (
    <section className="note note--warn reading-note" aria-labelledby="nobody">
      <h2 id="nobody">{t('overview.nobody')}</h2>
      <p>{t('overview.nobodyHint')}</p>
      <ul>
        {entries.map(({ reference, language }) => (
          <li key={reference}>
            <a href={`/staff/submissions/${reference}`}>
              <Reference>{reference}</Reference>
            </a>{' '}
            {languageName(locale, language)}
          </li>
        ))}
      </ul>
    </section>
  )
}
