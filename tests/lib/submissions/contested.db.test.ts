import { beforeEach, expect, test } from 'vitest'
import { currentRules } from '#lib/campaign/queries.ts'
import { db } from '#lib/foundation/db.ts'
import { receiveSubmission } from '#lib/submissions/commands/receive.ts'
import { screenSubmission } from '#lib/submissions/commands/screen.ts'
import { isContested } from '#lib/submissions/post-contested.ts'
import { entryForStaff } from '#lib/submissions/staff/queries.ts'
import type { Screened } from '#lib/submissions/staff/schema.ts'
import { entryLikes } from '#lib/submissions/staff/twins.ts'
import { invited } from '#tests/factories/staff.ts'
import { finishedDraft, openCampaign, samplePostUrl, sendEntry } from '#tests/factories/submissions.ts'

beforeEach(openCampaign)

const checklist = { linkOpens: true, hashtag: true, insideWindow: true, noSafetyWorry: true }
const eligible = { outcome: 'eligible', version: 1, note: null, checklist } as const satisfies Screened
const ineligible = { outcome: 'ineligible', rule: 'not-own-story', version: 1, note: null, checklist } as const satisfies Screened

async function object(postUrl: string, email: string) {
  const token = await finishedDraft({ post: { postUrl }, you: { email } })
  return receiveSubmission({ token, locale: 'en', idempotencyKey: token, rulesHash: (await currentRules('en')).hash, objects: true })
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )

test('whoever says that an entered post is theirs gets an entry beside the other, and staff see both', async () => {
  const postUrl = samplePostUrl()
  const first = await sendEntry({ post: { postUrl }, you: { email: 'first@example.org' } })

  const second = await object(postUrl, 'second@example.org')

  const admin = await invited('admin')
  const entry = await entryForStaff(admin, second.reference)
  expect(entry?.post).toMatchObject({ soft: true, contested: true })
  expect((await entryForStaff(admin, first.reference))?.post).toMatchObject({ soft: false, contested: false })
  expect((await entryLikes(admin, first.id)).people).toMatchObject([{ reference: second.reference, because: ['post'] }])
  const kept = await db.auditEvent.findFirstOrThrow({ where: { action: 'submission.received', subjectId: entry?.id ?? '' } })
  expect(kept.data).toMatchObject({ contested: true })
})

test('nobody objects twice, and nobody to their own entry', async () => {
  const postUrl = samplePostUrl()
  const first = await sendEntry({ post: { postUrl }, you: { email: 'first@example.org' } })
  const second = await object(postUrl, 'second@example.org')

  await expect(object(postUrl, 'SECOND@example.org')).rejects.toMatchObject({ code: 'post.own', values: { reference: second.reference } })
  await expect(object(postUrl, 'first@example.org')).rejects.toMatchObject({ code: 'post.own', values: { reference: first.reference } })
})

test('an objection to nobody changes nothing about an entry', async () => {
  const { reference } = await object(samplePostUrl(), 'alone@example.org')

  expect(await db.submission.findUniqueOrThrow({ where: { reference } })).toMatchObject({ postSoft: false })
})

test('of two entries with one post only one is found eligible, also when both are decided at the same moment', async () => {
  const [postUrl, reviewer] = [samplePostUrl(), await invited('reviewer')]
  await sendEntry({ post: { postUrl }, you: { email: 'first@example.org' } })
  const [second, third] = [await object(postUrl, 'second@example.org'), await object(postUrl, 'third@example.org')]
  const screen = (reference: string) => codeOf(screenSubmission(reviewer, { ...eligible, reference }))

  expect(await screen(second.reference)).toBe('submission.post-taken')
  expect(await db.screening.count({ where: { submission: { reference: second.reference } } })).toBe(0)

  const first = await db.submission.findFirstOrThrow({ where: { postUrl, postSoft: false } })
  await screenSubmission(reviewer, { ...ineligible, reference: first.reference })
  const decided = await Promise.all([second, third].map(({ reference }) => screen(reference)))

  expect(decided.toSorted()).toEqual(['done', 'submission.post-taken'])
  expect(await db.submission.count({ where: { postUrl, status: 'eligible' } })).toBe(1)
})

test('a post that can have several addresses is not contested by that alone', () => {
  const postUrl = 'https://www.linkedin.com/feed/update/urn:li:activity:7234567890123456789'

  expect(isContested({ postSoft: true, postUrl })).toBe(false)
  expect(isContested({ postSoft: true, postUrl: 'https://x.com/i/status/2001950365332455490' })).toBe(true)
  expect(isContested({ postSoft: false, postUrl: 'https://x.com/i/status/2001950365332455490' })).toBe(false)
})
