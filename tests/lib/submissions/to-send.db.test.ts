import { beforeEach, expect, test } from 'vitest'
import { entryTerms } from '#lib/campaign/queries.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import { hashToken } from '#lib/foundation/ids.ts'
import { limits, permitKey } from '#lib/limits/allow.ts'
import { draftOf } from '#lib/submissions/draft.ts'
import { draftToSend } from '#lib/submissions/to-send.ts'
import { finishedDraft, openCampaign, sendDraft } from '#tests/factories/submissions.ts'
import { countQueries } from '#tests/support/queries.ts'

beforeEach(async () => {
  await openCampaign()
  const policies = [
    { campaignId, country: 'BR', mode: 'closed' },
    { campaignId, country: 'PT', mode: 'story-only' },
  ]
  await db.regionPolicy.createMany({ data: policies, skipDuplicates: true })
})

test.each([
  ['PT', 'story-only'],
  ['BR', 'closed'],
  ['ES', 'open'],
] as const)('one read gives the draft and the terms of its own country as two would: %s', async (country, mode) => {
  const token = await finishedDraft({ share: { country } }, 'es')
  await db.draft.update({ where: { tokenHash: hashToken(token) }, data: { signals: ['fast'], createdAt: new Date(Date.now() - 60_000) } })
  const draft = await draftOf(token)

  let found: unknown
  expect(await countQueries(async () => (found = await draftToSend(token)))).toBe(1)
  expect(found).toStrictEqual({ draft, terms: await entryTerms(country), isPressed: false })
  expect(found).toMatchObject({ draft: { answers: { share: { country } }, signals: ['fast'] }, terms: { mode } })
})

test('without a draft, or after its time, the terms are those of no country', async () => {
  const token = await finishedDraft()
  await db.draft.update({ where: { tokenHash: hashToken(token) }, data: { expiresAt: new Date(Date.now() - 1) } })

  const none = { draft: null, terms: await entryTerms(''), isPressed: false }
  expect(none.terms.mode).toBe('open')
  expect([await draftToSend(token), await draftToSend('another'), await draftToSend(undefined)]).toEqual([none, none, none])
})

test('a draft that was sent says so, and no other', async () => {
  const country = { share: { country: 'ES' } } as const
  const [first, second, unsent] = [await finishedDraft(country), await finishedDraft(country), await finishedDraft(country)]
  const references = [(await sendDraft(first)).reference, (await sendDraft(second)).reference]

  const told = await Promise.all([first, second, unsent].map(async (token) => (await draftToSend(token)).draft?.sent))
  expect(told).toEqual([...references.map((reference) => ({ reference })), null])
})

test('whether its network is pressed is told of the one who asks', async () => {
  const key = permitKey(limits.sendEntry, '203.0.113.9')
  await db.$executeRaw`insert into rate_limit (key, slot, hits)
    values (${key}, floor(extract(epoch from clock_timestamp()) / ${limits.sendEntry.seconds}::int)::bigint, 180)`

  expect((await draftToSend(undefined, '203.0.113.9')).isPressed).toBe(true)
  expect((await draftToSend(undefined, '203.0.113.10')).isPressed).toBe(false)
})
