import { tags } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'

/** "372.5": a score or a mean of scores. */
export function points(locale: Locale, value: number): string {
  return new Intl.NumberFormat(tags[locale], { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)
}

/** "+12.5", "−3.0": a difference of scores. */
export function difference(locale: Locale, value: number): string {
  const format = new Intl.NumberFormat(tags[locale], { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  return format.format(value)
}

/** "0.62": a correlation. */
export function ratio(locale: Locale, value: number): string {
  return new Intl.NumberFormat(tags[locale], { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)
}
