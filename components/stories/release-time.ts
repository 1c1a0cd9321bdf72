import { tags } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'

/** The day of a release, "3 September"; with its year once that is no longer this one. */
export function releaseDay(locale: Locale, at: Date, { now, timeZone }: { now: Date; timeZone: string }): string {
  const year = (moment: Date) => new Intl.DateTimeFormat('en', { year: 'numeric', timeZone }).format(moment)
  const options = { day: 'numeric', month: 'long', timeZone } as const
  return new Intl.DateTimeFormat(tags[locale], year(at) === year(now) ? options : { ...options, year: 'numeric' }).format(at)
}

/** The hour of a release with its zone, "00:00 UTC". */
export function releaseHour(locale: Locale, at: Date, timeZone: string): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone, timeZoneName: 'short' } as const
  return new Intl.DateTimeFormat(tags[locale], options).format(at)
}

/** "3.7 MB" in the reader's language, from bytes. */
export function megabytes(locale: Locale, bytes: number): string {
  return new Intl.NumberFormat(tags[locale], { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 1e6)
}
