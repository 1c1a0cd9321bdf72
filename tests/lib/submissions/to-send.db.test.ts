import { beforeEach, expect, test } from 'vitest'
import { entryTerms } from '#lib/campaign/queries.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import { hashToken } from '#lib/foundation/ids.ts'
import { limits, permitKey } from '#lib/limits/allow.ts'
import { draftOf } from '#lib/submissions/draft.ts'
import { draftToSend } from '#lib/submissions/to-send.ts'
import { finishedDraft, openCampaign, sendDraft } from '#tests/factories/submissions.ts'

beforeEach(openCampaign)

test('one read gives the draft and the terms of its own country as two would', async () => {
  const token = await finishedDraft()
  const draft = await draftOf(token)
  const country = draft?.answers.share?.country ?? ''
  await db.regionPolicy.create({ data: { campaignId, country, mode: 'story-only' } })

  expect(await draftToSend(token)).toStrictEqual({ draft, terms: await entryTerms(country), isPressed: false })
  expect((await draftToSend(token)).terms.mode).toBe('story-only')
})

test('without a draft, or after its time, the terms are those of no country', async () => {
  const token = await finishedDraft()
  await db.draft.update({ where: { tokenHash: hashToken(token) }, data: { expiresAt: new Date(Date.now() - 1) } })

  const none = { draft: null, terms: await entryTerms(''), isPressed: false }
  expect([await draftToSend(token), await draftToSend('another'), await draftToSend(undefined)]).toEqual([none, none, none])
})

test('a draft that was sent says so', async () => {
  const token = await finishedDraft()
  const { reference } = await sendDraft(token)

  expect((await draftToSend(token)).draft?.sent).toEqual({ reference })
})

test('whether its network is pressed is told of the one who asks', async () => {
  const key = permitKey(limits.sendEntry, '203.0.113.9')
  await db.$executeRaw`insert into rate_limit (key, slot, hits)
    values (${key}, floor(extract(epoch from clock_timestamp()) / ${limits.sendEntry.seconds}::int)::bigint, 180)`

  expect((await draftToSend(undefined, '203.0.113.9')).isPressed).toBe(true)
  expect((await draftToSend(undefined, '203.0.113.10')).isPressed).toBe(false)
})
