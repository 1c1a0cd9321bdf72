import { ScreeningForm } from '#components/staff/screening-form.tsx'
import { now } from '#lib/foundation/clock.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { canMove } from '#lib/submissions/lifecycle.ts'
import { screeningOutcomes, statusAfter, usualDeadline } from '#lib/submissions/staff/schema.ts'
import type { EntryForStaff } from '#lib/submissions/staff/views.ts'
import { screenEntry } from './actions.ts'

type Props = Readonly<{ locale: Locale; entry: EntryForStaff; hashtag: string }>

/** The form that records an outcome, or why there is none to record now. */
export function Screening({ locale, entry, hashtag }: Props) {
  const t = translator(locale, 'staff')
  const outcomes = screeningOutcomes.filter((outcome) => canMove(entry.status, statusAfter[outcome]))
  return (
    <div className="flow">
      {entry.status === 'needs_info' && <p className="note note--warn">{t('screening.waits')}</p>}
      <ScreeningForm
        locale={locale}
        reference={entry.reference}
        hashtag={hashtag}
        version={entry.version}
        status={entry.status}
        outcomes={outcomes}
        deadlineOn={usualDeadline(now())}
        action={screenEntry}
      />
    </div>
  )
}
