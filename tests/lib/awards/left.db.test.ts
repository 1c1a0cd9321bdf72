import { beforeEach, expect, test } from 'vitest'
import { actsFor } from '#lib/awards/acts.ts'
import { cancelAward } from '#lib/awards/commands/decide.ts'
import { closeClaims } from '#lib/awards/commands/follow-claims.ts'
import { proposeAward } from '#lib/awards/commands/propose.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import { eraseEntry } from '#lib/submissions/commands/erase.ts'
import { withdrawEntry } from '#lib/submissions/commands/withdraw.ts'
import { onReserve, seen, selectedEntry } from '#tests/factories/awards.ts'
import { invited } from '#tests/factories/staff.ts'
import { openCampaign } from '#tests/factories/submissions.ts'
import { refusalOf } from '#tests/support/refusals.ts'

beforeEach(async () => {
  await openCampaign()
  await db.campaign.update({ where: { id: campaignId }, data: { poolUnits: 100_000_000n } })
})

const statusOf = async ({ id }: { id: string }) => (await db.submission.findUniqueOrThrow({ where: { id } })).status
const proposed = async (reference: string) => proposeAward(await invited('admin'), { reference, units: 40_000n })
const daysLater = (id: string) => db.submission.update({ where: { id }, data: { statusAt: new Date(Date.now() - 2 * 86_400_000) } })

test('a proposal for an entry that left cannot be taken back for nothing: its amount goes to the next reserve', async () => {
  const [entry, admin] = [await selectedEntry(), await invited('admin')]
  const id = await proposed(entry.reference)
  const next = await onReserve()
  await eraseEntry(entry.entryKey)

  await cancelAward(admin, await seen(id))

  expect(await db.award.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'forfeited', forfeitedWhy: 'left' })
  expect(await statusOf(next)).toBe('selected')
  expect(await db.award.findFirstOrThrow({ where: { submissionId: next.id } })).toMatchObject({ units: 40_000n, replacesId: id })
})

test('a proposal for an entry that can still come back waits for that', async () => {
  const [entry, admin] = [await selectedEntry(), await invited('admin')]
  const id = await proposed(entry.reference)
  const next = await onReserve()
  await withdrawEntry(entry.entryKey)

  expect(await refusalOf(cancelAward(admin, await seen(id)))).toBe('award.cannot-move')
  await daysLater(entry.id)
  await closeClaims()

  expect(await statusOf(next)).toBe('selected')
  expect(await db.award.count({ where: { submissionId: next.id, units: 40_000n } })).toBe(1)
})

test('what can be done with a proposal for an entry that left is nothing: the clock ends it', () => {
  const about = { state: 'proposed', isTakenUp: true, isOwn: false, canOpen: true } as const
  expect(actsFor({ ...about, isSelected: false })).toEqual([])
  expect(actsFor({ ...about, isSelected: true })).toEqual(['confirm', 'cancel'])
})
