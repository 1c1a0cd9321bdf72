import { expect, test } from 'vitest'
import { eligibility } from '#lib/submissions/eligibility.ts'
import type { ShareAnswers } from '#lib/submissions/schema.ts'

const answers: ShareAnswers = { country: 'PT', adult: 'yes', affiliated: 'no', binanceUser: 'no' }

test('an adult without ties to the campaign may enter where the country allows it', () => {
  expect(eligibility(answers, 'open')).toStrictEqual({ eligible: true, region: 'open' })
  expect(eligibility(answers, 'story-only')).toStrictEqual({ eligible: true, region: 'story-only' })
  expect(eligibility(answers, 'closed')).toStrictEqual({ eligible: false, reason: 'region' })
})

test.each(['open', 'story-only', 'closed'] as const)('minors and people with ties may not enter, with the country %s', (mode) => {
  expect(eligibility({ ...answers, adult: 'no' }, mode)).toStrictEqual({ eligible: false, reason: 'age' })
  expect(eligibility({ ...answers, affiliated: 'yes' }, mode)).toStrictEqual({ eligible: false, reason: 'affiliated' })
  expect(eligibility({ ...answers, adult: 'no', affiliated: 'yes' }, mode)).toStrictEqual({ eligible: false, reason: 'age' })
})
