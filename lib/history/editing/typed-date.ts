import { type HistoryDate, precisions } from '../schema.ts'

type Typed = Readonly<{ precision: string; start: string; end: string }>

/**
 * A date as it was typed, kept no finer than its precision: of a month the first day, of a year the first of January, of a quarter its
 * three months. Null where none was chosen; 'date' for what is no day, 'dateOrder' for an end before its beginning.
 */
export function typedDate({ precision: typed, start, end }: Typed): HistoryDate | 'date' | 'dateOrder' | null {
  const precision = precisions.find((one) => one === typed)
  if (!precision) return typed || start || end ? 'date' : null
  if (!isDay(start) || (precision === 'range' && end !== '' && !isDay(end))) return 'date'
  if (precision === 'range') {
    if (end !== '' && end < start) return 'dateOrder'
    return { start, end: end || null, precision }
  }
  if (precision === 'day') return { start, end: null, precision }
  if (precision === 'year') return { start: `${start.slice(0, 4)}-01-01`, end: null, precision }
  const month = `${start.slice(0, 7)}-01`
  if (precision === 'month') return { start: month, end: null, precision }
  const last = new Date(Date.UTC(Number(start.slice(0, 4)), Number(start.slice(5, 7)) + 2, 0))
  return { start: month, end: last.toISOString().slice(0, 10), precision }
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return /^[12]\d{3}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
