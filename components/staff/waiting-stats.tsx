import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { countedMost, type Waiting } from '#lib/submissions/staff/views.ts'
import { ageOf } from './time.tsx'

/** What waits for staff, in four figures. */
export function WaitingStats({ locale, waiting, now }: Readonly<{ locale: Locale; waiting: Waiting; now: Date }>) {
  const t = translator(locale, 'staff')
  const age = waiting.oldestSubmittedAt && ageOf(waiting.oldestSubmittedAt, now)
  return (
    <dl className="stat">
      <Figure term={t('todayPage.waiting')} value={upTo(locale, waiting.submitted)} />
      <Figure term={t('todayPage.asked')} value={upTo(locale, waiting.needsInfo)} />
      <Figure term={t('todayPage.eligible')} value={upTo(locale, waiting.eligible)} />
      <Figure term={t('todayPage.oldest')} value={age ? t(`ago.${age.unit}`, { count: age.count }) : t('todayPage.nothing')} />
    </dl>
  )
}

/** One figure of a `dl.stat`. */
export function Figure({ term, value }: Readonly<{ term: string; value: string }>) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** A count as far as it was counted: "more than 1,000" beyond. */
export function upTo(locale: Locale, count: number): string {
  const shown = wholeNumber(locale, Math.min(count, countedMost))
  return count > countedMost ? translator(locale, 'staff')('moreThan', { count: shown }) : shown
}
