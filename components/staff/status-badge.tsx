import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { Status } from '#lib/submissions/lifecycle.ts'

const looks = {
  submitted: 'told',
  needs_info: 'warn',
  eligible: 'ok',
  ineligible: 'danger',
  selected: 'ok',
  reserve: 'ok',
  not_selected: 'mute',
  withdrawn: 'mute',
  disqualified: 'danger',
  erased: 'mute',
} as const satisfies Record<Status, string>

/** The stored status of an entry, in a word. */
export function StatusBadge({ locale, status }: Readonly<{ locale: Locale; status: Status }>) {
  return <span className={`badge badge--${looks[status]}`}>{translator(locale, 'staff')(`status.${status}`)}</span>
}
