const dayMs = 86_400_000

/** How many days with finished readings it takes before anything is foretold. */
export const leastDays = 5
/** The days before today whose pace is taken. */
export const paceDays = 14

export type Forecast = Readonly<{ left: number; perDay: number; doneOn: Date }>

/**
 * When `left` readings are done at the mean pace of the whole days since reading began, at most the last fourteen.
 * `done` has one number for each of those days, the latest last; `isUnderWay`: reading began before them. Null below five days, without
 * pace, or with nothing left.
 */
export function forecast(left: number, done: readonly number[], today: Date, isUnderWay = false): Forecast | null {
  const first = done.findIndex((count) => count > 0)
  const days = first < 0 ? [] : done.slice(isUnderWay ? 0 : first)
  if (left <= 0 || days.length < leastDays) return null
  const perDay = days.reduce((all, count) => all + count, 0) / days.length
  return { left, perDay, doneOn: new Date(today.getTime() + Math.ceil(left / perDay) * dayMs) }
}
