import { expect, test } from 'vitest'
import { citationDateLabel, dateLabel, machineDate, sortKey } from '#lib/history/dates.ts'
import type { HistoryDate } from '#lib/history/schema.ts'

const date = (start: string, precision: HistoryDate['precision'], end: string | null = null): HistoryDate => ({ start, end, precision })

test('a year is shown as a year', () => {
  expect(dateLabel('en', date('2018-01-01', 'year'))).toBe('2018')
})

test('a month is shown without a day', () => {
  expect(dateLabel('en', date('2018-07-01', 'month'))).toBe('July 2018')
})

test('a day is shown in full', () => {
  expect(dateLabel('en', date('2017-07-14', 'day'))).toBe('14 July 2017')
})

test('a quarter is shown as its months, with or without a stored end', () => {
  expect(dateLabel('en', date('2018-07-01', 'quarter', '2018-09-30'))).toBe('July – September 2018')
  expect(dateLabel('en', date('2018-10-01', 'quarter'))).toBe('October – December 2018')
})

test('each end of a stretch is as precise as it is known', () => {
  const label = (start: string, end: string | null) => dateLabel('en', date(start, 'range', end))
  expect(label('2017-06-26', '2017-07-03')).toBe('26 June – 3 July 2017')
  expect(label('1997-01-01', '2001-12-31')).toBe('1997 – 2001')
  expect(label('2015-01-01', '2017-07-31')).toBe('2015 – July 2017')
  expect(label('2016-01-01', '2017-08-08')).toBe('2016 – 8 August 2017')
  expect(label('2020-09-01', '2021-09-30')).toBe('September 2020 – September 2021')
  expect(label('2023-06-05', null)).toBe('5 June 2023')
})

test('dates are in the language of the reader', () => {
  expect(dateLabel('es', date('2017-07-14', 'day'))).toBe('14 de julio de 2017')
  expect(dateLabel('ar', date('2018-07-01', 'month'))).toBe('يوليو 2018')
})

test('a machine reads a date no finer than it is known, and no stretch at all', () => {
  expect(machineDate(date('2018-01-01', 'year'))).toBe('2018')
  expect(machineDate(date('2018-07-01', 'month'))).toBe('2018-07')
  expect(machineDate(date('2017-07-14', 'day'))).toBe('2017-07-14')
  expect(machineDate(date('2017-06-26', 'range', '2017-07-03'))).toBeNull()
})

test('a day sorts before the month that holds it, and what has no date comes last', () => {
  const dates = [null, date('2018-01-01', 'year'), date('2018-01-01', 'month'), date('2018-01-01', 'day')]
  expect(dates.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)).map((found) => found?.precision)).toEqual([
    'day',
    'month',
    'year',
    undefined,
  ])
})

test('the date of a citation is written out as far as it is given', () => {
  expect(citationDateLabel('en', '2018-02-07')).toBe('7 February 2018')
  expect(citationDateLabel('en', '2018-02')).toBe('February 2018')
  expect(citationDateLabel('en', '2018')).toBe('2018')
  expect(citationDateLabel('en', 'spring 2018')).toBe('spring 2018')
  expect(citationDateLabel('en', null)).toBeNull()
})
