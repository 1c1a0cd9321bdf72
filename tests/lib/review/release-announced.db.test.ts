import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { confirmRelease } from '#lib/review/commands/confirm-release.ts'
import { correctResults } from '#lib/review/commands/correct-results.ts'
import { decide } from '#lib/review/commands/decide.ts'
import { proposeRelease } from '#lib/review/commands/propose-release.ts'
import { makeManyEligible, makeManyReviews, makeReviewer } from '#tests/factories/review.ts'
import { invited } from '#tests/factories/staff.ts'

const listener = new pg.Client({ connectionString: process.env.DATABASE_URL })
await listener.connect()
const heard: string[] = []
listener.on('notification', ({ payload }) => heard.push(payload ?? ''))
await listener.query('listen content_changed')
afterAll(() => listener.end())

/** What was announced by this work: what listeners hear arrives before the answer to their next question. */
async function announced(work: () => Promise<unknown>): Promise<readonly string[]> {
  heard.length = 0
  await work()
  await listener.query('select 1')
  return [...heard].sort()
}

const nameOf = (submissionId: string, purpose = 'publish-name') =>
  db.consentEvent.create({
    data: { id: newId(), submissionId, purpose, answer: 'no', textHash: 'a'.repeat(64), locale: 'en', at: new Date() },
  })

test('whatever changes the results page is announced, so that no instance shows an old one; other changes are not', async () => {
  const [first, second] = [await invited('admin'), await invited('admin')]
  const readers = [await makeReviewer(), await makeReviewer(), await makeReviewer({ independent: true })]
  const [chosen, other] = await makeManyEligible(2)
  if (!chosen || !other) throw new Error('no entries')
  await makeManyReviews(
    [chosen, other].flatMap(({ id }) => readers.map((reader) => ({ submissionId: id, reviewerId: reader.id, scores: 4 }))),
  )
  const base = { place: null, note: null, seen: 'none' } as const
  const decided = await announced(async () => {
    await decide(first, { ...base, reference: chosen.reference, outcome: 'selected', reasons: ['useful'] })
    await decide(first, { ...base, reference: other.reference, outcome: 'not_selected', reasons: ['few-places'] })
  })
  expect(decided).toEqual([])

  const { id } = await proposeRelease(first)
  expect(await announced(() => confirmRelease(second, { id }))).toEqual(expect.arrayContaining(['release', 'submission']))
  expect(await announced(() => correctResults(first, { texts: { en: 'Sample.' } }))).toEqual(['results_correction'])
  expect(await announced(() => nameOf(chosen.id))).toEqual(['consent_event'])
  expect(await announced(() => nameOf(chosen.id, 'news'))).toEqual([])
  expect(await announced(() => nameOf(other.id))).toEqual([])
  expect(await announced(() => db.submission.update({ where: { id: other.id }, data: { status: 'withdrawn' } }))).toEqual([])
  expect(await announced(() => db.submission.update({ where: { id: chosen.id }, data: { status: 'withdrawn' } }))).toEqual(['submission'])
})
