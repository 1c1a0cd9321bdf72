import { expect, test } from 'vitest'
import { calendarFile } from '#lib/stories/calendar.ts'

const event = {
  uid: 'week-2@example.org',
  at: new Date('2025-09-10T00:00:00Z'),
  title: 'Week 2; a film, new',
  text: 'One\nTwo',
  url: 'https://example.org/stories',
}
const calendar = { name: 'Films', language: 'en', stampedAt: new Date('2025-09-03T08:00:00Z'), events: [event] }

test('a release is an event at its instant in UTC', () => {
  const lines = calendarFile(calendar).split('\r\n')

  expect(lines.filter((line) => /^(UID|DTSTAMP|DTSTART|DTEND|URL)/.test(line))).toEqual([
    'UID:week-2@example.org',
    'DTSTAMP:20250903T080000Z',
    'DTSTART:20250910T000000Z',
    'DTEND:20250910T001500Z',
    'URL:https://example.org/stories',
  ])
})

test('commas, semicolons and line breaks in words are escaped', () => {
  const lines = calendarFile(calendar).split('\r\n')

  expect(lines.filter((line) => /^(SUMMARY|DESCRIPTION)/.test(line))).toEqual([
    String.raw`SUMMARY;LANGUAGE=en:Week 2\; a film\, new`,
    String.raw`DESCRIPTION;LANGUAGE=en:One\nTwo`,
  ])
})

test('long lines are folded at 75 bytes and nothing is lost', () => {
  const title = 'قصة جديدة '.repeat(20).trim()

  const file = calendarFile({ ...calendar, events: [{ ...event, title }] })

  expect(Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY;LANGUAGE=en:${title}\r\n`)
})
