import { Fingerprint } from '#components/staff/fingerprint.tsx'
import { Ltr } from '#components/ui/ltr.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import { languageName, wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { Candidate } from '#lib/review/selection/views.ts'
import type { OrderedBy } from '#lib/review/statistics/order.ts'
import { themes } from '#lib/submissions/schema.ts'
import { DecisionBadge } from './decision-badge.tsx'
import { points } from './words.ts'

type Props = Readonly<{ locale: Locale; lines: readonly Candidate[]; by: OrderedBy }>

/** Entries that can be chosen, in order, with everything their reviews come to. */
export function CandidateTable({ locale, lines, by }: Props) {
  const t = translator(locale, 'selection')
  return (
    <TableRegion labelledBy="candidates">
      <table>
        <caption id="candidates" className="vh">
          {t(`caption.${by}`)}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              {t('place')}
            </th>
            <th scope="col">{t('entry')}</th>
            <th scope="col">{t('decision')}</th>
            <th scope="col" className="num" aria-sort={by === 'normalised' ? 'descending' : undefined}>
              {t('normalised')}
            </th>
            <th scope="col" className="num" aria-sort={by === 'raw' ? 'descending' : undefined}>
              {t('raw')}
            </th>
            <th scope="col" className="num">
              {t('range')}
            </th>
            <th scope="col" className="num">
              {t('reviews')}
            </th>
            <th scope="col">{t('independent')}</th>
            <th scope="col" className="num">
              {t('flags')}
            </th>
            <th scope="col" className="num">
              {t('chance')}
            </th>
            <th scope="col">{t('theme')}</th>
            <th scope="col">{t('language')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <CandidateRow key={line.reference} locale={locale} line={line} by={by} />
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}

function CandidateRow({ locale, line, by }: Readonly<{ locale: Locale; line: Candidate; by: OrderedBy }>) {
  const t = translator(locale, 'selection')
  const staff = translator(locale, 'staff')
  const number = (value: number) => wholeNumber(locale, value)
  const own = themes.filter((theme) => line.themes.includes(theme)).map((theme) => staff(`theme.${theme}`))
  return (
    <tr>
      <td className="num">{number(by === 'raw' ? line.rawPlace : line.place)}</td>
      <th scope="row" className="staff-ref">
        <div>
          <Fingerprint reference={line.reference} />
          <a href={`/staff/selection/${line.reference}`}>
            <Ltr>{line.reference}</Ltr>
          </a>
        </div>
      </th>
      <td>
        <DecisionBadge locale={locale} decision={line.decision} />
      </td>
      <td className="num">{line.normalised === null ? t('notRead') : points(locale, line.normalised)}</td>
      <td className="num selection-raw">
        {line.raw === null ? '' : t('rawPlace', { score: points(locale, line.raw), place: number(line.rawPlace) })}
      </td>
      <td className="num">{number(line.range)}</td>
      <td className="num">{number(line.count)}</td>
      <td>{t(line.hasIndependent ? 'yes' : 'no')}</td>
      <td className="num">{line.openFlags > 0 ? <b className="badge badge--danger">{number(line.openFlags)}</b> : number(0)}</td>
      <td className="num">{line.chance === null ? '' : t('percent', { count: number(Math.round(line.chance * 100)) })}</td>
      <td className="selection-raw">{own.join(staff('comma'))}</td>
      <td>{languageName(locale, line.language)}</td>
    </tr>
  )
}
