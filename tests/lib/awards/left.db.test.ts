import { beforeEach, expect, test } from 'vitest'
import { actsFor } from '#lib/awards/acts.ts'
import { cancelAward } from '#lib/awards/commands/decide.ts'
import { closeClaims } from '#lib/awards/commands/follow-claims.ts'
import { passPlacesOn } from '#lib/awards/commands/pass-places-on.ts'
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

/** As a release leaves it: selected, and told so. */
async function releasedEntry() {
  const entry = await selectedEntry()
  await onReserve()
  const { releaseId, decidedById } = await db.decision.findFirstOrThrow({ where: { releaseId: { not: null } } })
  const decided = { outcome: 'selected', reasons: ['felt-real'], decidedById, decidedAt: new Date(), releaseId }
  await db.decision.create({ data: { submissionId: entry.id, ...decided } })
  return entry
}

const movedUp = () =>
  db.statusChange.findMany({ where: { from: 'reserve', to: 'selected' }, select: { submissionId: true, placeOfId: true } })
const inPlaceOf = async (id: string) => (await movedUp()).filter(({ placeOfId }) => placeOfId === id)

test('whoever left before an award was proposed gives their place to the next reserve, once, however often the clock looks', async () => {
  const [erased, withdrawn, stays] = [await releasedEntry(), await releasedEntry(), await releasedEntry()]
  await eraseEntry(erased.entryKey)
  await withdrawEntry(withdrawn.entryKey)
  const before = (await movedUp()).length

  await Promise.all([passPlacesOn(), passPlacesOn(), passPlacesOn()])

  expect(await inPlaceOf(erased.id)).toHaveLength(1)
  expect((await movedUp()).length).toBe(before + 1)
  const [next] = await inPlaceOf(erased.id)
  expect(await db.mail.count({ where: { submissionId: next?.submissionId ?? '', kind: 'reserve-selected' } })).toBe(1)
  await daysLater(withdrawn.id)
  await passPlacesOn()
  await passPlacesOn()
  expect(await inPlaceOf(withdrawn.id)).toHaveLength(1)
  expect(await inPlaceOf(stays.id)).toEqual([])
  expect((await movedUp()).length).toBe(before + 2)
})

test('a reserve who moved up and left gives the place on as well', async () => {
  const [first] = [await releasedEntry(), await onReserve()]
  await eraseEntry(first.entryKey)
  await passPlacesOn()
  const [next] = await inPlaceOf(first.id)
  const id = next?.submissionId ?? ''
  await db.submission.update({ where: { id }, data: { status: 'withdrawn', statusAt: new Date(Date.now() - 2 * 86_400_000) } })

  await passPlacesOn()

  expect(await inPlaceOf(id)).toHaveLength(1)
})

test('a place that went with the amount of an award is not given on twice, one whose proposal was taken back before is', async () => {
  const admin = await invited('admin')
  const [withAward, takenBack] = [await releasedEntry(), await releasedEntry()]
  await proposed(withAward.reference)
  await cancelAward(admin, await seen(await proposed(takenBack.reference)))
  await eraseEntry(withAward.entryKey)
  await eraseEntry(takenBack.entryKey)
  await closeClaims()
  const before = (await movedUp()).length

  await passPlacesOn()

  expect(await inPlaceOf(withAward.id)).toEqual([])
  expect(await inPlaceOf(takenBack.id)).toHaveLength(1)
  expect((await movedUp()).length).toBe(before + 1)
})

test('a place nobody can take yet waits for the first who can', async () => {
  const entry = await releasedEntry()
  await db.submission.updateMany({ where: { status: 'reserve' }, data: { status: 'not_selected' } })
  await eraseEntry(entry.entryKey)
  await passPlacesOn()
  expect(await inPlaceOf(entry.id)).toEqual([])

  const next = await onReserve()
  await passPlacesOn()

  expect(await inPlaceOf(entry.id)).toEqual([{ submissionId: next.id, placeOfId: entry.id }])
})
