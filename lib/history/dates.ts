import { tags } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import type { EraId, HistoryDate } from './schema.ts'

type Grain = 'day' | 'month' | 'year'

const options: Readonly<Record<Grain, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  month: { month: 'long', year: 'numeric', timeZone: 'UTC' },
  year: { year: 'numeric', timeZone: 'UTC' },
}

type EraPeriod = Readonly<{ start: string | null; end: string | null; grain: 'month' | 'year' }>

/** What each part of the history covers. Null is an open end. */
export const eraPeriods: Readonly<Record<EraId, EraPeriod>> = {
  'trading-floors': { start: null, end: '2012-12-31', grain: 'year' },
  'cards-and-a-job-offer': { start: '2013-01-01', end: '2017-12-31', grain: 'year' },
  'one-summer': { start: '2017-06-01', end: '2017-08-31', grain: 'month' },
  'out-of-shanghai': { start: '2017-09-01', end: '2018-03-31', grain: 'month' },
  'building-through-winter': { start: '2018-01-01', end: '2019-12-31', grain: 'year' },
  'a-chain-of-its-own': { start: '2020-01-01', end: '2021-12-31', grain: 'year' },
  'the-autumn-test': { start: '2022-10-01', end: '2022-12-31', grain: 'month' },
  reckoning: { start: '2023-01-01', end: null, grain: 'year' },
}

/** The date in the reader's language and never finer than it is known: "2018", "July 2018", "14 July 2017", "July – September 2018", "2015 – July 2017". */
export function dateLabel(locale: Locale, date: HistoryDate): string {
  if (date.precision === 'quarter') return spanLabel(locale, date.start, quarterEnd(date), 'month', 'month')
  if (date.precision !== 'range') return one(locale, date.start, date.precision)
  if (date.end === null) return one(locale, date.start, startGrain(date.start))
  const from = startGrain(date.start)
  return spanLabel(locale, date.start, date.end, from, endGrain(date.end, from))
}

/** A stretch of time in the reader's language, each end as precise as its grain. `start` and `end` are ISO days. */
export function spanLabel(locale: Locale, start: string, end: string, startAt: Grain, endAt: Grain): string {
  if (startAt !== endAt) return `${one(locale, start, startAt)} – ${one(locale, end, endAt)}`
  // Some versions of ICU put thin spaces here, which our fonts lack.
  return new Intl.DateTimeFormat(tags[locale], options[startAt]).formatRange(at(start), at(end)).replace(/[\u2009\u202f]/g, ' ')
}

/** What a `time` element can hold: "2018", "2018-07" or "2017-07-14"; null for a stretch of time, which it cannot. */
export function machineDate(date: HistoryDate): string | null {
  if (date.precision === 'range' || date.precision === 'quarter') return null
  return date.start.slice(0, { day: 10, month: 7, year: 4 }[date.precision])
}

/** A citation's date as it is written, "2018-02-07", "2018-02" or "2018", in the reader's language. Other words stay as they are. */
export function citationDateLabel(locale: Locale, text: string | null): string | null {
  if (text === null || !/^\d{4}(-\d{2}){0,2}$/.test(text)) return text
  const grain: Grain = text.length === 10 ? 'day' : text.length === 7 ? 'month' : 'year'
  return one(locale, text, grain)
}

/** Sorts by beginning, then by end, so that a day comes before the month that holds it; undated things come last. */
export function sortKey(date: HistoryDate | null): string {
  return date === null ? '9999' : `${date.start}/${lastDay(date)}`
}

/** The last ISO day that the date can mean. */
export function lastDay(date: HistoryDate): string {
  if (date.end !== null) return date.end
  if (date.precision === 'quarter') return quarterEnd(date)
  if (date.precision === 'year') return `${date.start.slice(0, 4)}-12-31`
  return date.precision === 'month' ? monthEnd(date.start) : date.start
}

function one(locale: Locale, day: string, grain: Grain): string {
  return new Intl.DateTimeFormat(tags[locale], options[grain]).format(at(day))
}

function at(day: string): Date {
  return new Date(day.length === 10 ? `${day}T00:00:00Z` : day)
}

function startGrain(day: string): Grain {
  if (day.endsWith('-01-01')) return 'year'
  return day.endsWith('-01') ? 'month' : 'day'
}

function endGrain(day: string, start: Grain): Grain {
  if (day.endsWith('-12-31') && start === 'year') return 'year'
  return day === monthEnd(day) ? 'month' : 'day'
}

function monthEnd(day: string): string {
  const [year, month] = day.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, month ?? 0, 0)).toISOString().slice(0, 10)
}

function quarterEnd(date: HistoryDate): string {
  if (date.end !== null) return date.end
  const [year, month] = date.start.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, (month ?? 0) + 2, 0)).toISOString().slice(0, 10)
}
