import { expect, test } from 'vitest'
import { badgeOf } from '#lib/history/badges.ts'
import { isShown, type Showable } from '#lib/history/policy.ts'

const claim: Showable = {
  publish: 'yes',
  verdict: 'corroborated',
  placement: 'timeline',
  reviewedBy: 'A reviewer',
  takenDownAt: null,
  citations: [{ publicLink: true }],
}

test('a reviewed claim with a public source is shown', () => {
  expect(isShown(claim)).toBe(true)
  expect(isShown({ ...claim, publish: 'with_note', verdict: 'contradicted' })).toBe(true)
})

test('what is never to be published and what is on hold are not shown', () => {
  expect(isShown({ ...claim, publish: 'no' })).toBe(false)
  expect(isShown({ ...claim, publish: 'hold' })).toBe(false)
  expect(isShown({ ...claim, placement: 'hold' })).toBe(false)
  expect(isShown({ ...claim, placement: 'omit' })).toBe(false)
})

test('an unverified claim can stand in the table and not on the timeline', () => {
  expect(isShown({ ...claim, verdict: 'unverified' })).toBe(false)
  expect(isShown({ ...claim, verdict: 'unverified', placement: 'timeline_copy' })).toBe(false)
  expect(isShown({ ...claim, verdict: 'unverified', placement: 'fact_table' })).toBe(true)
})

test('a claim without a source anyone can open is not shown', () => {
  expect(isShown({ ...claim, citations: [] })).toBe(false)
  expect(isShown({ ...claim, citations: [{ publicLink: false }] })).toBe(false)
})

test('a claim nobody answers for is not shown', () => {
  expect(isShown({ ...claim, reviewedBy: null })).toBe(false)
  expect(isShown({ ...claim, reviewedBy: '  ' })).toBe(false)
})

test('a claim that was taken down is not shown', () => {
  expect(isShown({ ...claim, takenDownAt: new Date('2026-01-01') })).toBe(false)
})

test('each verdict has a mark of its own', () => {
  expect((['corroborated', 'contradicted', 'unverified', 'opinion'] as const).map(badgeOf)).toEqual([
    'confirmed',
    'corrected',
    'notConfirmed',
    'opinion',
  ])
})
