import { tags } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'

const dayAndTime = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' } as const

/** "8 Sep 2025, 14:02" in UTC; the year stands there only where `withYear` says so. */
export function Time({ locale, at, withYear = false }: Readonly<{ locale: Locale; at: Date; withYear?: boolean }>) {
  const format = new Intl.DateTimeFormat(tags[locale], withYear ? { ...dayAndTime, year: 'numeric' } : dayAndTime)
  return <time dateTime={at.toISOString()}>{format.format(at)}</time>
}

export type Age = Readonly<{ unit: 'minutes' | 'hours' | 'days'; count: number }>

/** How long ago in the largest unit that fits, rounded down. */
export function ageOf(at: Date, now: Date): Age {
  const minutes = Math.max(0, Math.floor((now.getTime() - at.getTime()) / 60_000))
  if (minutes < 60) return { unit: 'minutes', count: minutes }
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? { unit: 'hours', count: hours } : { unit: 'days', count: Math.floor(hours / 24) }
}
