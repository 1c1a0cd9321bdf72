import { ScreeningForm } from '#components/staff/screening-form.tsx'
import { now } from '#lib/foundation/clock.ts'
import { dateTime } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { canMove } from '#lib/submissions/lifecycle.ts'
import { screeningOutcomes, statusAfter, usualDeadline } from '#lib/submissions/staff/schema.ts'
import { type EntryOutline, entryChanges } from '#lib/submissions/staff/views.ts'
import { screenEntry } from './actions.ts'

type Props = Readonly<{ locale: Locale; entry: EntryOutline; hashtag: string }>

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
        changed={changedBy(locale, entry)}
        deadlineOn={usualDeadline(now())}
        action={screenEntry}
      />
    </div>
  )
}

/** Who changed the entry last, for whoever finds that it is no longer as they saw it. */
function changedBy(locale: Locale, { lastChange }: EntryOutline): string {
  if (!lastChange) return ''
  const t = translator(locale, 'staff')
  const action = entryChanges.find((known) => known === lastChange.action)
  const who = lastChange.by ?? t(lastChange.byClock ? 'entry.clock' : 'entry.storyteller')
  const what = action ? t(`queue.changes.${action.replace('.', '-') as Dashed<typeof action>}`) : lastChange.action
  return t('queue.lastChange', { what, who, at: dateTime(locale, lastChange.at) })
}

type Dashed<T extends string> = T extends `${infer Noun}.${infer Verb}` ? `${Noun}-${Verb}` : T
