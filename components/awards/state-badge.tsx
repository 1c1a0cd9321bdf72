import type { AwardState } from '#lib/awards/states.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

const looks = {
  proposed: 'told',
  confirmed: 'warn',
  open: 'warn',
  claimed: 'told',
  handed_off: 'told',
  cleared: 'ok',
  blocked: 'danger',
  paid: 'ok',
  forfeited: 'mute',
  cancelled: 'mute',
} as const satisfies Record<AwardState, string>

/** The state of an award, in a word. */
export function AwardBadge({ locale, state }: Readonly<{ locale: Locale; state: AwardState }>) {
  return <span className={`badge badge--${looks[state]}`}>{translator(locale, 'awards')(`state.${state}`)}</span>
}
