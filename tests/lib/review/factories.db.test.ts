import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { makeManyEligible, makeManyReviews, makeReviewer } from '#tests/factories/review.ts'

test('many whole entries and reviews can be made at once', async () => {
  const entries = await makeManyEligible(40, (index) => ({ language: index % 2 ? 'es' : 'en' }))
  const reviewers = [await makeReviewer(), await makeReviewer({ independent: true })]
  await makeManyReviews(
    entries.flatMap(({ id: submissionId }) => reviewers.map(({ id: reviewerId }) => ({ submissionId, reviewerId, scores: 3 }))),
  )
  expect(await db.review.count({ where: { totalPoints: 300 } })).toBe(80)
  expect(await db.submission.count({ where: { status: 'eligible' } })).toBe(40)
})
