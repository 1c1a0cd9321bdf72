import { type Locale, tags } from './locales.ts'

export { tags }

const formats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const found = formats.get(key) ?? new Intl.DateTimeFormat(tags[locale], options)
  formats.set(key, found)
  return found
}

/** "3 September 2025" in the reader's language; the day in `timeZone`. */
export function longDate(locale: Locale, at: Date, timeZone = 'UTC'): string {
  return dateFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(at)
}

/** "3 September" in the reader's language. */
export function dayMonth(locale: Locale, at: Date, timeZone = 'UTC'): string {
  return dateFormat(locale, { day: 'numeric', month: 'long', timeZone }).format(at)
}

/** "3 September 2025, 14:05 UTC" in the reader's language. */
export function dateTime(locale: Locale, at: Date, timeZone = 'UTC'): string {
  return dateFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at) + (timeZone === 'UTC' ? ' UTC' : ` ${timeZone}`)
}

/** A whole number with the reader's grouping. */
export function wholeNumber(locale: Locale, value: number | bigint): string {
  return new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 0 }).format(value)
}

/** "86%" as the reader writes it, from whole hundredths. */
export function percentage(locale: Locale, hundredths: number): string {
  return new Intl.NumberFormat(tags[locale], { style: 'percent' }).format(hundredths / 100)
}

/** "8,000" from hundredths; shows decimals only when there are some. */
export function amount(locale: Locale, units: bigint): string {
  const whole = units % 100n === 0n
  return new Intl.NumberFormat(tags[locale], { minimumFractionDigits: whole ? 0 : 2, maximumFractionDigits: 2 }).format(Number(units) / 100)
}

/** A country's name in the reader's language, from its ISO 3166-1 alpha-2 code. */
export function countryName(locale: Locale, code: string): string {
  return new Intl.DisplayNames([tags[locale]], { type: 'region' }).of(code) ?? code
}

/** A language's name in the reader's language, from its BCP 47 tag. */
export function languageName(locale: Locale, tag: string): string {
  return new Intl.DisplayNames([tags[locale]], { type: 'language' }).of(tag) ?? tag
}
