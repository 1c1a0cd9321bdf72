import { Ltr } from '#components/ui/ltr.tsx'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { BulkLine } from '#lib/submissions/staff/views.ts'
import { StatusBadge } from './status-badge.tsx'
import { Time } from './time.tsx'

/** After many entries were screened at once: how each stands now, and what somebody else did to it meanwhile. */
export function EntryReport({ locale, lines }: Readonly<{ locale: Locale; lines: readonly BulkLine[] }>) {
  if (lines.length === 0) return null
  const t = translator(locale, 'staff')
  const count = lines.filter((line) => line.isMine).length
  return (
    <section className="note note--info flow" aria-labelledby="report">
      <h2 id="report">{t('queue.report')}</h2>
      <p role="status">{t('queue.reported', { count, rest: lines.length - count })}</p>
      <ul className="list">
        {lines.map((line) => (
          <li key={line.reference}>
            <a href={`/staff/submissions/${line.reference}`}>
              <Ltr>{line.reference}</Ltr>
            </a>{' '}
            <StatusBadge locale={locale} status={line.status} />{' '}
            {line.isMine ? t('queue.byYou') : t('queue.bySomebody', { who: line.by ?? t('queue.otherThanStaff') })},{' '}
            <Time locale={locale} at={line.at} withYear /> UTC
          </li>
        ))}
      </ul>
    </section>
  )
}
