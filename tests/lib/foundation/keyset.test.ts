import { expect, test } from 'vitest'
import { cutPage } from '#lib/foundation/keyset.ts'

const rows = (...ids: number[]) => ids.map((id) => ({ id }))

test('the first page of a short list has no neighbours', () => {
  expect(cutPage(rows(3, 2, 1), 3, null)).toEqual({ shown: rows(3, 2, 1), newer: null, older: null })
})

test('the row too many is not shown and says that the list goes on', () => {
  expect(cutPage(rows(4, 3, 2), 2, null)).toEqual({ shown: rows(4, 3), newer: null, older: 3 })
  expect(cutPage(rows(4, 3, 2), 2, { older: 5 })).toEqual({ shown: rows(4, 3), newer: 4, older: 3 })
})

test('the last page leads back only', () => {
  expect(cutPage(rows(1), 2, { older: 2 })).toEqual({ shown: rows(1), newer: 1, older: null })
})

test('a page asked for upwards is shown the newest first', () => {
  expect(cutPage(rows(3, 4, 5), 2, { newer: 2 })).toEqual({ shown: rows(4, 3), newer: 4, older: 3 })
  expect(cutPage(rows(3, 4), 2, { newer: 2 })).toEqual({ shown: rows(4, 3), newer: null, older: 3 })
})

test('a page beyond the end is empty and leads nowhere', () => {
  expect(cutPage([], 2, { older: 1 })).toEqual({ shown: [], newer: null, older: null })
})
