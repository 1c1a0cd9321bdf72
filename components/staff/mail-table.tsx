import { Ltr } from '#components/ui/ltr.tsx'
import { TableRegion } from '#components/ui/table-region.tsx'
import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { LetterState, MailLine } from '#lib/mail/desk/views.ts'
import { kindName } from './mail-words.ts'
import { Time } from './time.tsx'

type Props = Readonly<{ locale: Locale; lines: readonly MailLine[]; year: number }>

/** A page of letters; the reason stands with those that were not taken. */
export function MailTable({ locale, lines, year }: Props) {
  const t = translator(locale, 'mailDesk')
  return (
    <TableRegion labelledBy="letters">
      <table>
        <caption id="letters" className="vh">
          {t('caption')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('letter')}</th>
            <th scope="col">{t('to')}</th>
            <th scope="col" aria-sort="descending">
              {t('written')}
            </th>
            <th scope="col">{t('sent')}</th>
            <th scope="col">{t('tries')}</th>
            <th scope="col">{t('stateColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <MailRow key={line.id} {...{ locale, line, year }} />
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}

function MailRow({ locale, line, year }: Readonly<{ locale: Locale; line: MailLine; year: number }>) {
  const t = translator(locale, 'mailDesk')
  const time = (at: Date) => <Time locale={locale} at={at} withYear={at.getUTCFullYear() !== year} />
  return (
    <tr>
      <th scope="row" className="mail-letter">
        <a href={`/staff/mail/${line.id}`}>{line.subject ? <bdi>{line.subject}</bdi> : t('noSubject')}</a>
        <span className="mail-kind">{kindName(locale, line.kind)}</span>
      </th>
      <td className="mail-to">
        {line.recipient ? <Ltr>{line.recipient}</Ltr> : t('emptied')}
        {line.reference && (
          <span className="mail-kind">
            <Ltr>{line.reference}</Ltr>
          </span>
        )}
      </td>
      <td className="staff-when">{time(line.createdAt)}</td>
      <td className="staff-when">{line.sentAt ? time(line.sentAt) : t('notYet')}</td>
      <td>{wholeNumber(locale, line.attempts)}</td>
      <td className="mail-state">
        <LetterBadge locale={locale} state={line.state} />
        {line.fault && <span className="mail-kind">{t(`fault.${line.fault}`)}</span>}
      </td>
    </tr>
  )
}

const looks = { queued: 'told', failed: 'danger', sent: 'ok' } as const satisfies Record<LetterState, string>

/** How a letter stands, in a word. */
export function LetterBadge({ locale, state }: Readonly<{ locale: Locale; state: LetterState }>) {
  return <span className={`badge badge--${looks[state]}`}>{translator(locale, 'mailDesk')(`states.${state}`)}</span>
}
