import { expect, test } from 'vitest'
import { parseClosing, parseRegion, parseSettings } from '#lib/campaign/desk/form.ts'
import { doubtsAbout, parseRules, readRules, rulesValues } from '#lib/campaign/desk/rules-form.ts'
import { instantOf, wallTime } from '#lib/campaign/zoned.ts'
import { seededRules } from '#prisma/seed/campaign.ts'

test('a time is read in the zone it was typed in, summer and winter', () => {
  expect(instantOf('2026-07-01T12:00', 'Europe/Lisbon')).toEqual(new Date('2026-07-01T11:00:00Z'))
  expect(instantOf('2026-12-01T12:00', 'Europe/Lisbon')).toEqual(new Date('2026-12-01T12:00:00Z'))
  expect(instantOf('2026-12-01T23:59', 'Asia/Kathmandu')).toEqual(new Date('2026-12-01T18:14:00Z'))
  expect(wallTime(new Date('2026-12-01T18:14:00Z'), 'Asia/Kathmandu')).toBe('2026-12-01T23:59')
})

test('of a time that comes twice the first counts, and one that a change of clocks leaves out is none', () => {
  expect(instantOf('2026-10-25T01:30', 'Europe/Lisbon')).toEqual(new Date('2026-10-25T00:30:00Z'))
  expect(instantOf('2026-03-29T01:30', 'Europe/Lisbon')).toBeNull()
})

test.each(['2026-02-30T10:00', '2026-13-01T10:00', 'tomorrow', '2026-01-01', '', '2026-01-01T25:00'])('%s is no time', (typed) => {
  expect(instantOf(typed, 'UTC')).toBeNull()
})

const typed = { timeZone: 'UTC', opensAt: '2026-01-01T00:00', reason: 'Because.', version: '3' }

test('settings that are not decided are null, and everything wrong is named', () => {
  expect(parseSettings(typed)).toMatchObject({ ok: true, value: { resultsAt: null, claimDays: null, poolTemplate: null, version: 3 } })
  expect(parseSettings({ ...typed, opensAt: '', claimDays: '0', payWithinDays: '1.5', poolTemplate: 'all', reason: ' ' })).toEqual({
    ok: false,
    errors: { opensAt: 'opensMissing', claimDays: 'days', payWithinDays: 'days', poolTemplate: 'templateUnknown', reason: 'reasonMissing' },
  })
  expect(parseSettings({ ...typed, timeZone: 'Moon/Base' })).toEqual({ ok: false, errors: { timeZone: 'zoneUnknown' } })
})

test('a closing date can be none, but not nonsense', () => {
  expect(parseClosing({ closesAt: '', reason: 'x' }, 'UTC')).toMatchObject({ ok: true, value: { to: null } })
  expect(parseClosing({ closesAt: 'soon', reason: '' }, 'UTC')).toEqual({
    ok: false,
    errors: { closesAt: 'timeInvalid', reason: 'reasonMissing' },
  })
})

test('a region names a country of the list, or all others', () => {
  expect(parseRegion({ country: 'all', mode: 'closed', reason: 'x' })).toMatchObject({ ok: true, value: { country: null, mode: 'closed' } })
  expect(parseRegion({ country: 'all', mode: 'default', reason: 'x' })).toEqual({ ok: false, errors: { mode: 'modeMissing' } })
  expect(parseRegion({ country: 'XX', mode: 'open', reason: 'x' })).toEqual({ ok: false, errors: { country: 'countryMissing' } })
})

test('rules survive the form as they were, and no section can be empty', () => {
  const form = new FormData()
  for (const [name, value] of Object.entries(rulesValues(seededRules.en))) form.append(name, value.replaceAll('\n', '\r\n'))
  expect(parseRules(readRules(form))).toEqual({ ok: true, value: seededRules.en })

  form.set('changes-text', ' \n\n ')
  form.set('changes-heading', '')

  expect(parseRules(readRules(form))).toEqual({
    ok: false,
    errors: { 'changes-text': 'sectionEmpty', 'changes-heading': 'headingMissing' },
  })
})

test('rules with a character that cannot be kept are refused where it stands', () => {
  const form = new FormData()
  for (const [name, value] of Object.entries(rulesValues(seededRules.en))) form.append(name, value)
  form.set('changes-text', 'One\u0000two')
  form.set('changes-heading', 'Changes\ud800')

  expect(parseRules(readRules(form))).toEqual({ ok: false, errors: { 'changes-text': 'forbidden', 'changes-heading': 'forbidden' } })
})

test('rules that name another date, or call decided things not announced, raise doubts', () => {
  const sections = [
    { id: 'how-to-enter' as const, heading: 'x', paragraphs: ['It closes on 5 May 2027.', 'The split is not decided yet.'] },
  ]

  expect(doubtsAbout(sections, { known: ['6 May 2027'], isDecided: true })).toEqual([
    { is: 'date', found: '5 May 2027' },
    { is: 'unannounced', found: 'The split is not decided yet.' },
  ])
  expect(doubtsAbout(sections, { known: ['5 May 2027'], isDecided: false })).toEqual([])
})
