import { expect, test } from 'vitest'
import { parseScreening, readScreening, usualDeadline } from '#lib/submissions/staff/schema.ts'

const now = new Date('2025-09-08T14:02:00Z')
const allChecks = ['linkOpens', 'hashtag', 'insideWindow', 'noSafetyWorry']

function form(fields: Readonly<Record<string, string | readonly string[]>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries({ version: '3', ...fields })) for (const one of [value].flat()) data.append(name, one)
  return data
}

function read(fields: Readonly<Record<string, string | readonly string[]>>) {
  return parseScreening(readScreening(form(fields)), now)
}

function errors(fields: Readonly<Record<string, string | readonly string[]>>) {
  const parsed = read(fields)
  return parsed.ok ? null : Object.fromEntries(Object.entries(parsed.errors).map(([name, error]) => [name, error.code]))
}

test('a decision for an entry needs all four checks', () => {
  const checklist = { linkOpens: true, hashtag: true, insideWindow: true, noSafetyWorry: true }
  expect(read({ outcome: 'eligible', checks: allChecks })).toEqual({
    ok: true,
    screened: { outcome: 'eligible', version: 3, note: null, checklist },
  })
  expect(errors({ outcome: 'eligible', checks: allChecks.slice(1) })).toEqual({ checks: 'checks.incomplete' })
})

test('a decision against an entry needs a rule from the list and keeps what was ticked', () => {
  expect(read({ outcome: 'ineligible', rule: 'duplicate', note: ' seen\r\nbefore ', checks: 'linkOpens' })).toEqual({
    ok: true,
    screened: {
      outcome: 'ineligible',
      rule: 'duplicate',
      version: 3,
      note: 'seen\nbefore',
      checklist: { linkOpens: true, hashtag: false, insideWindow: false, noSafetyWorry: false },
    },
  })
  expect(errors({ outcome: 'ineligible' })).toEqual({ rule: 'rule.missing' })
  expect(errors({ outcome: 'ineligible', rule: 'because' })).toEqual({ rule: 'rule.missing' })
})

test('a question ends with its day, in UTC', () => {
  expect(read({ outcome: 'question', question: 'Who?', deadlineOn: '2025-09-15' })).toMatchObject({
    ok: true,
    screened: { question: 'Who?', deadlineAt: new Date('2025-09-15T23:59:59.999Z') },
  })
  expect(usualDeadline(now)).toBe('2025-09-15')
})

test.each([
  ['no words', { question: ' \u200B ' }, { question: 'question.missing' }],
  ['too many words', { question: 'é'.repeat(1001) }, { question: 'question.too-long' }],
  ['a character that cannot be kept', { question: 'Who\u0000?' }, { question: 'text.forbidden' }],
  ['no day', { deadlineOn: '' }, { deadlineOn: 'deadline.missing' }],
  ['a day that does not exist', { deadlineOn: '2025-02-30' }, { deadlineOn: 'deadline.missing' }],
  ['today', { deadlineOn: '2025-09-08' }, { deadlineOn: 'deadline.too-soon' }],
  ['a day far away', { deadlineOn: '2026-09-08' }, { deadlineOn: 'deadline.too-late' }],
])('a question with %s is refused at its field', (_, fields, expected) => {
  expect(errors({ outcome: 'question', question: 'Who?', deadlineOn: '2025-09-15', ...fields })).toEqual(expected)
})

test('no outcome and a long note are both named', () => {
  expect(errors({ note: 'n'.repeat(2001) })).toEqual({ outcome: 'outcome.missing', note: 'note.too-long' })
  expect(errors({ outcome: 'constructor' })).toEqual({ outcome: 'outcome.missing' })
})

test('what was typed is given back whole', () => {
  const typed = {
    outcome: 'question',
    question: 'مَن؟ 👩‍👩‍👧',
    rule: 'duplicate',
    note: 'a\nb',
    deadlineOn: 'soon',
    checks: ['hashtag', 'unknown'],
  }

  expect(readScreening(form(typed))).toEqual({ ...typed, version: '3', checks: ['hashtag'] })
})
