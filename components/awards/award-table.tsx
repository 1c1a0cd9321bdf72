import { Fingerprint } from '#components/staff/fingerprint.tsx'
import { Ltr } from '#components/ui/ltr.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import { awardStates, isLive } from '#lib/awards/states.ts'
import type { AwardLine } from '#lib/awards/views.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { AwardBadge } from './state-badge.tsx'
import { cents, shortDay, usdc, type Words } from './words.ts'

type Props = Readonly<{ locale: Locale; lines: readonly AwardLine[]; poolUnits: bigint; ownId: string }>

/** Every award by state, the furthest first and the ended last, with who stands behind it. */
export function AwardTable({ locale, lines, poolUnits, ownId }: Props) {
  const t = translator(locale, 'awards')
  const live = lines.filter(({ state }) => isLive(state))
  const order = (line: AwardLine) => (isLive(line.state) ? awardStates.length - awardStates.indexOf(line.state) : 100)
  const sorted = lines.toSorted((one, other) => order(one) - order(other))
  const columns = ['entry', 'amount', 'proposed', 'approvedBy', 'status', 'payment'] as const
  return (
    <TableRegion labelledBy="awards">
      <table>
        <caption id="awards">{t('caption')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={column === 'amount' ? 'num' : undefined}>
                {t(column)}
              </th>
            ))}
            <th scope="col">
              <span className="vh">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((line) => (
            <Row key={line.id} locale={locale} line={line} ownId={ownId} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            <td className="num">
              <b>
                {cents(
                  locale,
                  live.reduce((sum, { units }) => sum + units, 0n),
                )}
              </b>
            </td>
            <td colSpan={5} className="muted">
              {t('ofPool', { pool: usdc(locale, poolUnits) })}
            </td>
          </tr>
        </tfoot>
      </table>
    </TableRegion>
  )
}

function Row({ locale, line, ownId }: Readonly<{ locale: Locale; line: AwardLine; ownId: string }>) {
  const t = translator(locale, 'awards')
  return (
    <tr>
      <th scope="row" className="staff-ref">
        <div>
          <Fingerprint reference={line.reference} />
          <a href={`/staff/submissions/${line.reference}`}>
            <Ltr>{line.reference}</Ltr>
          </a>
        </div>
      </th>
      <td className="num">{cents(locale, line.units)}</td>
      <td className="award__who">{proposedBy(locale, line, ownId)}</td>
      <td className="award__who">{approvedBy(locale, line, ownId)}</td>
      <td>
        <AwardBadge locale={locale} state={line.state} />
        {line.forfeitedWhy && <span className="award__why small muted">{t(`why.${line.forfeitedWhy}`)}</span>}
      </td>
      <td className="award__who">{payment(locale, t, line)}</td>
      <td>
        <a href={`/staff/awards/${line.id}`}>
          {t('view')}
          <span className="vh"> {t('viewFor', { reference: line.reference })}</span>
        </a>
      </td>
    </tr>
  )
}

/** "M. O., 2 Oct": who, in their own direction, and when. */
export function byWhom(locale: Locale, by: Readonly<{ id: string; name: string }>, { at, ownId }: Readonly<{ at: Date; ownId: string }>) {
  const t = translator(locale, 'awards')
  const name = by.id === ownId ? t('you') : by.name
  return t.rich('one.by', { who: (words) => <bdi>{words}</bdi>, name, date: shortDay(locale, at) })
}

function proposedBy(locale: Locale, { proposed }: AwardLine, ownId: string): React.ReactNode {
  return proposed.by ? byWhom(locale, proposed.by, { at: proposed.at, ownId }) : translator(locale, 'awards')('clock')
}

function approvedBy(locale: Locale, line: AwardLine, ownId: string): React.ReactNode {
  const t = translator(locale, 'awards')
  if (line.confirmed) return byWhom(locale, line.confirmed.by, { at: line.confirmed.at, ownId })
  if (line.state !== 'proposed') return <span className="muted">{t('none')}</span>
  return t(line.proposed.by ? 'needsOne' : 'needsTwo')
}

function payment(locale: Locale, t: Words, line: AwardLine): React.ReactNode {
  if (line.paid) return t('paidOn', { date: shortDay(locale, line.paid.at) })
  if (line.isOverdue && line.payBy) return <b className="award__late">{t('overdue', { date: shortDay(locale, line.payBy) })}</b>
  if (line.payBy && isLive(line.state)) return t('payBy', { date: shortDay(locale, line.payBy) })
  return <span className="muted">{isLive(line.state) ? t('notPaid') : t('none')}</span>
}
