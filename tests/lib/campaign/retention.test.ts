import { expect, test } from 'vitest'
import { retention, retentionDays } from '#lib/campaign/retention.ts'
import { messages } from '#lib/i18n/messages/index.ts'
import { draftDays } from '#lib/submissions/draft.ts'

test('the schedule is the one that was promised', () => {
  expect(retention.map(({ kept, days }) => [kept, days])).toEqual([
    ['drafts', 30],
    ['spam', 30],
    ['notEligible', 90],
    ['notSelected', 180],
    ['withdrawn', 90],
    ['disqualified', 90],
    ['letters', 30],
    ['reports', 180],
    ['fingerprints', 2],
    ['payments', null],
    ['logs', 180],
  ])
})

test('every entry that was sent leaves a skeleton, and nothing else does', () => {
  expect(retention.filter(({ afterwards }) => afterwards === 'skeleton').map(({ kept }) => kept)).toEqual([
    'spam',
    'notEligible',
    'notSelected',
    'withdrawn',
    'disqualified',
  ])
})

test('a draft ends on the day that is announced', () => {
  expect(retentionDays('drafts')).toBe(draftDays)
})

test('the privacy page has words for each line of the schedule', () => {
  expect(Object.keys(messages.en.privacy.time.what)).toEqual(retention.map(({ kept }) => kept))
})
