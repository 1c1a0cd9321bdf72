import { beforeEach, expect, test } from 'vitest'
import { closeClaims } from '#lib/awards/commands/follow-claims.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import { eraseEntry } from '#lib/submissions/commands/erase.ts'
import { withdrawEntry } from '#lib/submissions/commands/withdraw.ts'
import { everythingHeld } from '#lib/submissions/held.ts'
import type { Status } from '#lib/submissions/lifecycle.ts'
import { ownEntry } from '#lib/submissions/queries.ts'
import { openDisqualification } from '#lib/submissions/staff/disqualifications.ts'
import { confirmDisqualification, dropDisqualification, proposeDisqualification } from '#lib/submissions/staff/disqualify.ts'
import { parseDisqualify } from '#lib/submissions/staff/disqualify-schema.ts'
import { entryOutline } from '#lib/submissions/staff/queries.ts'
import { claimedAward, onReserve } from '#tests/factories/awards.ts'
import { invited } from '#tests/factories/staff.ts'
import { openCampaign, samplePostUrl, sendEntry } from '#tests/factories/submissions.ts'
import { refusalOf } from '#tests/support/refusals.ts'

beforeEach(async () => {
  await openCampaign()
  await db.campaign.update({ where: { id: campaignId }, data: { poolUnits: 100_000_000n } })
})

const why = { rule: 'not-own-story', note: 'Two people showed us where the words come from.' } as const
const [one, other, third] = [await invited('admin'), await invited('admin'), await invited('admin')]

async function entryIn(status: Status) {
  const entry = await sendEntry()
  await db.submission.update({ where: { id: entry.id }, data: { status } })
  return entry
}

async function seen(id: string) {
  const { reference, version } = await db.submission.findUniqueOrThrow({ where: { id } })
  return { reference, version, ...why }
}

/** What one admin proposes about this entry as it is: the proposal's id. */
async function proposed(id: string): Promise<string> {
  await proposeDisqualification(one, await seen(id))
  return (await db.disqualification.findFirstOrThrow({ where: { submissionId: id, decidedAt: null } })).id
}

const disqualified = async (id: string) => confirmDisqualification(other, await proposed(id))
const statusOf = async (id: string) => (await db.submission.findUniqueOrThrow({ where: { id } })).status
const recorded = (subjectId: string) =>
  db.auditEvent.findMany({ where: { subjectId, action: { contains: 'disquali' } }, orderBy: { id: 'asc' } })
const letters = (submissionId: string) => db.mail.findMany({ where: { submissionId, kind: 'disqualified' } })

test.each(['submitted', 'needs_info', 'eligible', 'selected', 'reserve', 'not_selected'] as const)(
  'an entry that is %s can be disqualified by two: history, rule, letter and record together',
  async (from) => {
    const { id, entryKey } = await entryIn(from)

    const before = await db.submission.findUniqueOrThrow({ where: { id } })
    const proposal = await proposed(id)
    expect([await db.submission.findUniqueOrThrow({ where: { id } }), await letters(id)]).toEqual([before, []])
    expect((await everythingHeld(entryKey))?.decisions).toEqual([])
    expect((await entryOutline(other, id))?.lastChange?.action).toBe('submission.received')
    expect(await openDisqualification(other, id)).toMatchObject({ id: proposal, ...why, by: one.name, isOwn: false, hasMoved: false })

    await confirmDisqualification(other, proposal)

    expect(await statusOf(id)).toBe('disqualified')
    expect(await db.disqualification.findMany({ where: { submissionId: id } })).toMatchObject([
      { proposedById: one.id, decidedById: other.id, outcome: 'confirmed' },
    ])
    expect(await db.statusChange.findFirst({ where: { submissionId: id, to: 'disqualified' } })).toMatchObject({ from, staffId: other.id })
    const look = await db.screening.findFirst({ where: { submissionId: id, outcome: 'disqualified' } })
    expect(look).toMatchObject({ ...why, staffId: one.id })
    const lines = await recorded(id)
    expect(lines).toMatchObject([
      { action: 'disqualification.proposed', actorId: one.id, data: { rule: 'not-own-story', proposal } },
      { action: 'submission.disqualified', actorId: other.id, data: { from, rule: 'not-own-story', proposal } },
    ])
    const [letter] = await letters(id)
    expect(letter?.text).toContain('The story did not appear to be your own.')
    expect(JSON.stringify([letter, lines.map(({ data }) => data)])).not.toContain('Two people')
    expect(await ownEntry(entryKey)).toMatchObject({
      plainStatus: 'ineligible',
      ineligible: { rule: 'not-own-story' },
      canWithdraw: false,
      appealUntil: null,
    })
    expect((await everythingHeld(entryKey))?.decisions).toMatchObject([{ rule: 'not-own-story' }])
  },
)

test.each(['ineligible', 'withdrawn', 'disqualified', 'erased'] as const)('an entry that is %s cannot be', async (from) => {
  const { id } = await entryIn(from)

  expect(await refusalOf(proposeDisqualification(one, await seen(id)))).toBe('submission.cannot-move')
  expect([await statusOf(id), await db.disqualification.count({ where: { submissionId: id } })]).toEqual([from, 0])
})

test('only an admin can propose, one at a time, and only of the entry as they saw it', async () => {
  const { id } = await entryIn('eligible')
  const as = await seen(id)
  for (const role of ['reviewer', 'editor'] as const) {
    expect(await refusalOf(proposeDisqualification(await invited(role), as))).toBe('staff.forbidden')
  }
  expect(await refusalOf(proposeDisqualification({ ...one, withoutSecondFactor: 'withheld' }, as))).toBe('staff.forbidden')
  expect(await refusalOf(proposeDisqualification(one, { ...as, version: as.version + 1 }))).toBe('submission.changed')
  expect(await refusalOf(proposeDisqualification(one, { ...as, reference: 'HB-2222-2222' }))).toBe('submission.unknown')

  const tries = await Promise.allSettled([proposeDisqualification(one, as), proposeDisqualification(other, as)])

  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await refusalOf(proposeDisqualification(third, as))).toBe('disqualification.open')
  expect(await db.disqualification.count({ where: { submissionId: id } })).toBe(1)
})

test('whoever proposed it cannot confirm it, not even past the code, and can take it back', async () => {
  const { id } = await entryIn('selected')
  const proposal = await proposed(id)
  expect(await openDisqualification(one, id)).toMatchObject({ isOwn: true })

  expect(await refusalOf(confirmDisqualification(one, proposal))).toBe('disqualification.own')
  const own = { outcome: 'confirmed', decidedAt: new Date(), decidedById: one.id }
  await expect(db.disqualification.update({ where: { id: proposal }, data: own })).rejects.toThrow(/two_people/)
  for (const role of ['reviewer', 'editor'] as const) {
    expect(await refusalOf(confirmDisqualification(await invited(role), proposal))).toBe('staff.forbidden')
    expect(await refusalOf(dropDisqualification(await invited(role), proposal))).toBe('staff.forbidden')
  }
  await dropDisqualification(one, proposal)

  expect([await statusOf(id), await openDisqualification(other, id), (await letters(id)).length]).toEqual(['selected', null, 0])
  for (const gone of [proposal, 'no-such-id']) {
    expect(await refusalOf(confirmDisqualification(other, gone))).toBe('disqualification.decided')
    expect(await refusalOf(dropDisqualification(other, gone))).toBe('disqualification.decided')
  }
  expect((await recorded(id)).map(({ action }) => action)).toEqual(['disqualification.proposed', 'disqualification.dropped'])
})

test('what was proposed of an entry that changed since is not confirmed; dropped, it can be proposed anew', async () => {
  const { id } = await entryIn('eligible')
  const proposal = await proposed(id)
  await db.submission.update({ where: { id }, data: { version: { increment: 1 } } })

  expect(await refusalOf(confirmDisqualification(other, proposal))).toBe('submission.changed')
  expect(await openDisqualification(other, id)).toMatchObject({ hasMoved: true })
  expect([await statusOf(id), (await letters(id)).length]).toEqual(['eligible', 0])
  await dropDisqualification(other, proposal)
  await disqualified(id)

  expect(await statusOf(id)).toBe('disqualified')
})

test('of two who confirm and a storyteller who withdraws at once, one comes through', async () => {
  const { id, entryKey } = await entryIn('eligible')
  const proposal = await proposed(id)

  const tries = await Promise.allSettled([
    confirmDisqualification(other, proposal),
    confirmDisqualification(third, proposal),
    withdrawEntry(entryKey),
  ])

  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await letters(id)).length).toBe((await statusOf(id)) === 'disqualified' ? 1 : 0)
})

test('of one who confirms and one who drops at once, one comes through', async () => {
  const { id } = await entryIn('eligible')
  const proposal = await proposed(id)

  const [confirmed, dropped] = await Promise.allSettled([confirmDisqualification(other, proposal), dropDisqualification(third, proposal)])

  expect([confirmed.status, dropped.status].sort()).toEqual(['fulfilled', 'rejected'])
  const isOut = confirmed.status === 'fulfilled'
  expect([await statusOf(id), (await letters(id)).length]).toEqual(isOut ? ['disqualified', 1] : ['eligible', 0])
})

test('the letter is in the language of the storyteller, and the post can be entered again', async () => {
  const postUrl = samplePostUrl()
  const { id } = await sendEntry({ post: { postUrl } })
  await db.submission.update({ where: { id }, data: { locale: 'es' } })

  await disqualified(id)

  expect(await letters(id)).toMatchObject([{ locale: 'es', text: expect.stringContaining('Hemos tenido que sacar del concurso') }])
  expect(await statusOf((await sendEntry({ post: { postUrl } })).id)).toBe('submitted')
})

test('an award of it is ended by the clock, and a reserve moves up with the amount', async () => {
  const { entry, id } = await claimedAward()
  const next = await onReserve()

  await disqualified(entry.id)
  await closeClaims()

  expect(await db.award.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'forfeited', forfeitedWhy: 'left' })
  expect(await statusOf(next.id)).toBe('selected')
  expect(await db.award.findFirst({ where: { submissionId: next.id } })).toMatchObject({ units: 50_000n, replacesId: id })
})

test('what staff noted goes when the entry is erased, the rule stays, and what waits is gone', async () => {
  const [out, waits] = [await entryIn('eligible'), await entryIn('eligible')]
  await disqualified(out.id)
  await proposed(waits.id)

  for (const { entryKey } of [out, waits]) await eraseEntry(entryKey)

  expect(await db.screening.findFirst({ where: { submissionId: out.id } })).toMatchObject({ rule: 'not-own-story', note: null })
  expect(await db.disqualification.findMany({ where: { submissionId: { in: [out.id, waits.id] } } })).toMatchObject([
    { submissionId: out.id, rule: 'not-own-story', note: null, outcome: 'confirmed' },
  ])
})

test('an entry that is erased while somebody proposes keeps no note', async () => {
  const entries = await Promise.all(Array.from({ length: 5 }, () => entryIn('eligible')))
  const both = await Promise.all(entries.map(async ({ id, entryKey }) => ({ entryKey, as: await seen(id) })))

  await Promise.allSettled(both.flatMap(({ entryKey, as }) => [eraseEntry(entryKey), proposeDisqualification(one, as)]))

  const where = { submissionId: { in: entries.map(({ id }) => id) } }
  expect(await db.disqualification.count({ where })).toBe(0)
  expect(await Promise.all(entries.map(({ id }) => statusOf(id)))).toEqual(entries.map(() => 'erased'))
})

test('a form needs a rule, a note and a tick', () => {
  expect(parseDisqualify({ rule: 'x', note: ' \u200b', sure: '' })).toEqual({
    ok: false,
    errors: { rule: 'rule.missing', note: 'note.missing', sure: 'sure.missing' },
  })
  expect(parseDisqualify({ ...why, note: 'a'.repeat(2001), sure: 'yes' })).toEqual({ ok: false, errors: { note: 'note.too-long' } })
  expect(parseDisqualify({ ...why, sure: 'yes' })).toEqual({ ok: true, read: why })
})
