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
    ['letters', 30],
    ['reports', 180],
    ['fingerprints', 2],
    ['payments', null],
    ['logs', 180],
  ])
})

test('only entries that took part to the end leave a skeleton', () => {
  expect(retention.filter(({ afterwards }) => afterwards === 'skeleton').map(({ kept }) => kept)).toEqual(['notEligible', 'notSelected'])
})

test('a draft ends on the day that is announced', () => {
  expect(retentionDays('drafts')).toBe(draftDays)
})

test('the privacy page has words for each line of the schedule', () => {
  expect(Object.keys(messages.en.privacy.time.what)).toEqual(retention.map(({ kept }) => kept))
})
