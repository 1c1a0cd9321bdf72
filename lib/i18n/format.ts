import { type Locale, tags } from './locales.ts'

export { tags }

/** Made once each, as making one costs more than a page of texts. */
const made = {
  dates: new Map<string, Intl.DateTimeFormat>(),
  numbers: new Map<string, Intl.NumberFormat>(),
  names: new Map<string, Intl.DisplayNames>(),
}

function once<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const found = kept.get(key) ?? make()
  kept.set(key, found)
  return found
}

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(made.dates, locale + JSON.stringify(options), () => new Intl.DateTimeFormat(tags[locale], options))
}

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return once(made.numbers, locale + JSON.stringify(options), () => new Intl.NumberFormat(tags[locale], options))
}

function names(locale: Locale, type: 'region' | 'language'): Intl.DisplayNames {
  return once(made.names, locale + type, () => new Intl.DisplayNames([tags[locale]], { type }))
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
  return numberFormat(locale, { maximumFractionDigits: 0 }).format(value)
}

/** "86%" as the reader writes it, from whole hundredths. */
export function percentage(locale: Locale, hundredths: number): string {
  return numberFormat(locale, { style: 'percent' }).format(hundredths / 100)
}

/** "8,000" from hundredths; shows decimals only when there are some. */
export function amount(locale: Locale, units: bigint): string {
  const whole = units % 100n === 0n
  return numberFormat(locale, { minimumFractionDigits: whole ? 0 : 2, maximumFractionDigits: 2 }).format(Number(units) / 100)
}

/** A country's name in the reader's language, from its ISO 3166-1 alpha-2 code. */
export function countryName(locale: Locale, code: string): string {
  return names(locale, 'region').of(code) ?? code
}

/** A language's name in the reader's language, from its BCP 47 tag. */
export function languageName(locale: Locale, tag: string): string {
  return names(locale, 'language').of(tag) ?? tag
}
