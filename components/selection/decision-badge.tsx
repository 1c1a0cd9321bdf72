import { wholeNumber } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { Candidate } from '#lib/review/selection/views.ts'

const looks = { selected: 'ok', reserve: 'told', not_selected: 'mute' } as const

/** What is decided about an entry so far, in a word. */
export function DecisionBadge({ locale, decision }: Readonly<{ locale: Locale; decision: Candidate['decision'] }>) {
  const t = translator(locale, 'selection')
  if (!decision) return <span className="muted">{t('outcome.undecided')}</span>
  const { outcome, reserveOrder } = decision
  return (
    <span className={`badge badge--${looks[outcome]}`}>
      {reserveOrder === null ? t(`outcome.${outcome}`) : t('reservePlace', { place: wholeNumber(locale, reserveOrder) })}
    </span>
  )
}
