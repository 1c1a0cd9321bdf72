import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forecast } from '#lib/insights/forecast.ts'
import { leastShown, suppress } from '#lib/insights/suppress.ts'

const cells = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 100_000 })), { maxLength: 12 })
  .map((counts) => counts.map((count, index) => ({ key: `k${index}`, count })))

test('no count from 1 to 4 is shown, and none that is hidden follows from the total', () => {
  fc.assert(
    fc.property(cells, (given) => {
      const shown = suppress(given)
      expect(shown.map(({ key }) => key)).toEqual(given.map(({ key }) => key))
      expect(shown.filter(({ count }) => count !== null && count > 0 && count < leastShown)).toEqual([])
      expect(shown.every(({ count }, index) => count === null || count === given[index]?.count)).toBe(true)
      const hidden = given.filter((_, index) => shown[index]?.count === null)
      const people = hidden.reduce((all, { count }) => all + count, 0)
      const nothingLeft = shown.every(({ count }) => count === null || count === 0)
      expect(hidden.length === 0 || nothingLeft || (hidden.length > 1 && people >= 2 * leastShown)).toBe(true)
      expect(hidden.length === 0 || given.some(({ count }) => count > 0 && count < leastShown)).toBe(true)
    }),
  )
})

test('a single small count takes the next smallest with it', () => {
  const given = [
    { key: 'a', count: 40 },
    { key: 'b', count: 9 },
    { key: 'c', count: 2 },
    { key: 'd', count: 0 },
  ]
  expect(suppress(given).map(({ count }) => count)).toEqual([40, null, null, 0])
})

test('nothing is foretold below five days of reading, and the pace of whole days tells the day from then on', () => {
  const today = new Date('2026-11-20T00:00:00Z')
  expect(forecast(10, [0, 0, 4, 4, 4, 4], today)).toBeNull()
  expect(forecast(0, [4, 4, 4, 4, 4], today)).toBeNull()
  expect(forecast(10, [], today)).toBeNull()
  expect(forecast(10, [0, 0, 0, 0, 4, 4], today, true)).toMatchObject({ perDay: 8 / 6 })
  expect(forecast(10, [0, 0, 0, 0, 0, 0], today, true)).toBeNull()
  expect(forecast(10, [0, 4, 0, 8, 4, 4], today)).toEqual({ left: 10, perDay: 4, doneOn: new Date('2026-11-23T00:00:00Z') })
})
