import { expect, test } from 'vitest'
import { deskAddress, readDeskFilters } from '#lib/history/editing/filters.ts'
import { parseFacts, parseReason, parseReport, parseSource, parseWords, readValues } from '#lib/history/editing/form.ts'
import { typedDate } from '#lib/history/editing/typed-date.ts'

const facts = { verdict: 'opinion', publish: 'hold', placement: 'hold', figures: '2' }

test('a date is kept no finer than it is known', () => {
  const typed = (precision: string, start: string, end = '') => typedDate({ precision, start, end })
  expect(typed('day', '2017-07-14')).toEqual({ start: '2017-07-14', end: null, precision: 'day' })
  expect(typed('month', '2017-07-14')).toEqual({ start: '2017-07-01', end: null, precision: 'month' })
  expect(typed('year', '2017-07-14')).toEqual({ start: '2017-01-01', end: null, precision: 'year' })
  expect(typed('quarter', '2018-11-20')).toEqual({ start: '2018-11-01', end: '2019-01-31', precision: 'quarter' })
  expect(typed('range', '2017-06-26', '2017-07-03')).toEqual({ start: '2017-06-26', end: '2017-07-03', precision: 'range' })
})

test('no date is no date; half a date, a day that never was and an end before its beginning are wrong', () => {
  const typed = (precision: string, start: string, end = '') => typedDate({ precision, start, end })
  expect(typed('', '')).toBeNull()
  expect([typed('', '2017-07-14'), typed('day', ''), typed('day', '2017-02-30'), typed('range', '2017-07-03', 'x')]).toEqual(
    Array(4).fill('date'),
  )
  expect(typed('range', '2017-07-03', '2017-06-26')).toBe('dateOrder')
})

test('empty words are no words, and long ones are refused', () => {
  expect(parseWords({ title: 'A heading', record: ' ', saysPost: '' })).toEqual({
    ok: true,
    value: { title: 'A heading', record: null, saysPost: null, note: null },
  })
  expect(parseWords({ title: 'x'.repeat(81), record: 'x'.repeat(601) })).toEqual({
    ok: false,
    errors: { title: 'tooLong', record: 'tooLong' },
  })
})

test('figures are numbers with a name and a unit; empty rows are none', () => {
  const read = (values: Record<string, string>) => parseFacts({ ...facts, ...values })
  expect(read({ 'label-1': 'stolen', 'value-1': '7,000.50', 'unit-1': 'BTC' })).toMatchObject({
    value: { figures: [{ label: 'stolen', value: '7000.5', unit: 'BTC' }] },
  })
  expect(read({ 'label-0': 'stolen', 'value-0': 'many' })).toMatchObject({ errors: { 'value-0': 'number', 'unit-0': 'missing' } })
})

test('a badge, a clearance and a place are chosen from the lists', () => {
  expect(parseFacts({ verdict: 'true', publish: 'maybe', placement: 'front page' })).toEqual({
    ok: false,
    errors: { verdict: 'choice', publish: 'choice', placement: 'choice' },
  })
})

test('a new source needs a title, a publisher and a kind, and loses what follows the reader', () => {
  expect(parseSource({})).toEqual({ ok: true, value: null })
  expect(parseSource({ newUrl: 'nowhere' })).toMatchObject({
    errors: { newTitle: 'missing', newPublisher: 'missing', newUrl: 'url', newTier: 'choice' },
  })
  const typed = { newTitle: 'A title', newPublisher: 'A paper', newUrl: 'https://paper.example/a?utm_source=x', newTier: 'major-press' }
  expect(parseSource({ ...typed, newPublic: 'yes' })).toMatchObject({ value: { url: 'https://paper.example/a', publicLink: true } })
})

test('a change needs a reason, and what readers are told is told in English too', () => {
  expect(parseReason({ reason: ' ' })).toEqual({ ok: false, errors: { reason: 'missing' } })
  expect(parseReason({ reason: 'Checked', 'told-es': 'Era otro año' })).toEqual({ ok: false, errors: { 'told-en': 'english' } })
  expect(parseReason({ reason: 'Checked', 'told-en': 'It was 2018' })).toEqual({
    ok: true,
    value: { reason: 'Checked', told: { en: 'It was 2018' } },
  })
})

test('an answer to a report needs words, closing does not', () => {
  expect(parseReport({ outcome: 'answered', answer: ' ' })).toEqual({ ok: false, errors: { answer: 'wordless' } })
  expect(parseReport({ outcome: 'closed', report: 'x', version: '2' })).toMatchObject({ ok: true, value: { version: 2, answer: null } })
})

test('of a field that comes twice the first counts, and the names of the framework are none', () => {
  const form = new FormData()
  for (const [name, value] of [
    ['title', 'one'],
    ['title', 'two'],
    ['$ACTION_ID', 'x'],
  ] as const)
    form.append(name, value)
  expect(readValues(form)).toEqual({ title: 'one' })
})

test('filters live in the address, and what nobody offers is none', () => {
  const filters = readDeskFilters({ era: 'reckoning', look: 'reports', badge: 'nonsense', page: '2' })
  expect(filters).toEqual({ era: 'reckoning', badge: null, publish: null, look: 'reports', page: 2 })
  expect(deskAddress(filters)).toBe('/staff/history?era=reckoning&look=reports&page=2')
  expect(deskAddress(readDeskFilters({}))).toBe('/staff/history')
})
