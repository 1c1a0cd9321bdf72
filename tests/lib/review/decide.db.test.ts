import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { decide, decideRest, seenOf } from '#lib/review/commands/decide.ts'
import type { Decided } from '#lib/review/selection/decision-form.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { eraseEntry } from '#lib/submissions/commands/erase.ts'
import { ownEntry } from '#lib/submissions/queries.ts'
import { type EligibleEntry, makeEligible, makeManyReviews, makeReviewer } from '#tests/factories/review.ts'
import { invited } from '#tests/factories/staff.ts'
import { sendEntry } from '#tests/factories/submissions.ts'
import { refusalOf } from '#tests/support/refusals.ts'

const readers = [await makeReviewer(), await makeReviewer(), await makeReviewer({ independent: true })] as const
const admin = await invited('admin')
const selected: Decided = { outcome: 'selected', place: null, reasons: ['felt-real'], note: null, seen: 'none' }
const reserve: Decided = { outcome: 'reserve', place: null, reasons: ['few-places'], note: null, seen: 'none' }
const notSelected: Decided = { outcome: 'not_selected', place: null, reasons: ['few-places'], note: 'Only for us.', seen: 'none' }

async function read(by: readonly StaffActor[] = readers): Promise<EligibleEntry> {
  const entry = await makeEligible()
  await makeManyReviews(by.map(({ id }) => ({ submissionId: entry.id, reviewerId: id, scores: 4 })))
  return entry
}

async function seen({ id }: EligibleEntry): Promise<string> {
  return seenOf(await db.decision.findUnique({ where: { submissionId: id } }))
}

async function lacksOf(work: Promise<unknown>): Promise<unknown> {
  const error: unknown = await work.catch((thrown: unknown) => thrown)
  return error instanceof Refusal && error.code === 'decision.lacks' ? error.values.lacks : error
}

/** The reserve list of the test's own entries, first to last. */
async function list(): Promise<readonly (readonly [string, number | null])[]> {
  const rows = await db.decision.findMany({ where: { outcome: 'reserve' }, orderBy: { reserveOrder: 'asc' } })
  return rows.map(({ submissionId, reserveOrder }) => [submissionId, reserveOrder] as const)
}

test('an entry read by three people, one of them independent, is selected, and nothing of it shows', async () => {
  const entry = await read()

  await decide(admin, { ...selected, note: 'Only for us.', reference: entry.reference })

  expect(await db.decision.findUniqueOrThrow({ where: { submissionId: entry.id } })).toMatchObject({
    ...{ outcome: 'selected', reserveOrder: null, reasons: ['felt-real'], note: 'Only for us.', decidedById: admin.id, releaseId: null },
  })
  expect(await db.submission.findUniqueOrThrow({ where: { id: entry.id } })).toMatchObject({ status: 'eligible', version: 2 })
  expect(await db.mail.count({ where: { submissionId: entry.id, kind: { not: 'receipt' } } })).toBe(0)
  const [line] = await db.auditEvent.findMany({ where: { subjectId: entry.id }, orderBy: { id: 'desc' }, take: 1 })
  expect(line).toMatchObject({
    action: 'decision.made',
    actorId: admin.id,
    data: { outcome: 'selected', reasons: 'felt-real', before: null },
  })
  expect(JSON.stringify(line?.data)).not.toContain('Only for us.')
})

test('its storyteller goes on reading "Being read"', async () => {
  const sent = await sendEntry()
  await db.submission.update({ where: { id: sent.id }, data: { status: 'eligible' } })
  const copy = {
    submissionId: sent.id,
    number: 1,
    story: 'Sample.',
    sourceVersion: 1,
    madeById: admin.id,
    madeAt: new Date(),
    approvedById: admin.id,
    approvedAt: new Date(),
  }
  await db.blindCopy.create({ data: { id: newId(), ...copy } })
  await makeManyReviews(readers.map(({ id }) => ({ submissionId: sent.id, reviewerId: id, scores: 5 })))
  const before = await ownEntry(sent.entryKey)

  await decide(admin, { ...selected, note: 'Only for us.', reference: sent.reference })

  expect(await ownEntry(sent.entryKey)).toEqual(before)
  expect(before?.plainStatus).toBe('being-read')
})

test('what is missing is named: reviews, an independent reader, a safety worry', async () => {
  const [twice, alike, flagged] = [
    await read([readers[0], readers[2]]),
    await read([readers[0], readers[1], await makeReviewer()]),
    await read(),
  ]
  await db.safetyFlag.create({ data: { id: newId(), submissionId: flagged.id, raisedById: readers[0].id, raisedAt: new Date() } })
  const unread = await makeEligible()

  expect(await lacksOf(decide(admin, { ...selected, reference: twice.reference }))).toBe('reviews')
  expect(await lacksOf(decide(admin, { ...selected, reference: alike.reference }))).toBe('independent')
  expect(await lacksOf(decide(admin, { ...selected, reference: flagged.reference }))).toBe('flag')
  expect(await lacksOf(decide(admin, { ...reserve, reference: flagged.reference }))).toBe('flag')
  expect(await lacksOf(decide(admin, { ...selected, reference: unread.reference }))).toBe('reviews independent')
  expect(await lacksOf(decide(admin, { ...notSelected, reference: unread.reference }))).toBe('reviews')
  await decide(admin, { ...notSelected, reference: flagged.reference })

  expect(await db.decision.count({ where: { submissionId: { in: [twice.id, alike.id, unread.id] } } })).toBe(0)
})

test('a review that is not completed counts for nothing', async () => {
  const entry = await read()
  await db.review.updateMany({
    where: { submissionId: entry.id, reviewerId: readers[1].id },
    data: { completedAt: null, totalPoints: null },
  })

  expect(await lacksOf(decide(admin, { ...selected, reference: entry.reference }))).toBe('reviews')
})

test('a decision can be changed until it is released, and not by somebody who looks at an older one', async () => {
  const [entry, other] = [await read(), await invited('admin')]
  await decide(admin, { ...selected, reference: entry.reference })

  expect(await refusalOf(decide(other, { ...notSelected, reference: entry.reference }))).toBe('decision.changed')
  await decide(other, { ...notSelected, seen: await seen(entry), reference: entry.reference })

  expect(await db.decision.findUniqueOrThrow({ where: { submissionId: entry.id } })).toMatchObject({
    outcome: 'not_selected',
    decidedById: other.id,
  })
})

test('of two admins deciding at the same moment one is recorded and the other is told', async () => {
  const other = await invited('admin')
  for (let round = 0; round < 8; round += 1) {
    const entry = await read()
    const outcomes = await Promise.allSettled([
      decide(admin, { ...selected, reference: entry.reference }),
      decide(other, { ...notSelected, reference: entry.reference }),
    ])
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(lost.map(({ reason }) => (reason as Refusal).code)).toEqual(['decision.changed'])
  }
})

test('the reserve list has no gap and no double place, however it is filled', async () => {
  const [a, b, c] = [await read(), await read(), await read()]
  for (const entry of [a, b]) await decide(admin, { ...reserve, reference: entry.reference })
  await decide(admin, { ...reserve, place: 1, reference: c.reference })
  expect(await list()).toEqual([
    [c.id, 1],
    [a.id, 2],
    [b.id, 3],
  ])
  await decide(admin, { ...reserve, place: 3, seen: await seen(c), reference: c.reference })
  expect(await list()).toEqual([
    [a.id, 1],
    [b.id, 2],
    [c.id, 3],
  ])
  await decide(admin, { ...reserve, reasons: ['felt-real'], seen: await seen(b), reference: b.reference })
  expect(await list()).toEqual([
    [a.id, 1],
    [b.id, 2],
    [c.id, 3],
  ])

  await decide(admin, { ...selected, seen: await seen(a), reference: a.reference })
  expect(await list()).toEqual([
    [b.id, 1],
    [c.id, 2],
  ])

  const more = await Promise.all(Array.from({ length: 6 }, () => read()))
  await Promise.all(more.map(({ reference }) => decide(admin, { ...reserve, place: 1, reference })))
  expect((await list()).map(([, place]) => place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

test('the rest is decided in one go: only what is eligible, undecided and read twice', async () => {
  const [done, twice, once, left] = [
    await read(),
    await read([readers[0], readers[1]]),
    await read([readers[0]]),
    await makeEligible({ status: 'withdrawn' }),
  ]
  await decide(admin, { ...selected, reference: done.reference })
  const before = await db.decision.count()

  const result = await decideRest(admin, { reasons: ['few-places', 'more-moments'] })

  expect(result.decided).toBe((await db.decision.count()) - before)
  expect(await db.decision.findUniqueOrThrow({ where: { submissionId: twice.id } })).toMatchObject({
    outcome: 'not_selected',
    reasons: ['few-places', 'more-moments'],
  })
  expect(await db.decision.findUniqueOrThrow({ where: { submissionId: done.id } })).toMatchObject({ outcome: 'selected' })
  expect(await db.decision.count({ where: { submissionId: { in: [once.id, left.id] } } })).toBe(0)
  expect(result.left).toBeGreaterThan(0)
  expect(await decideRest(admin, { reasons: ['few-places'] })).toEqual({ decided: 0, left: result.left })
})

test('an entry that does not take part is not decided about, and only admins decide', async () => {
  const [gone, entry] = [await makeEligible({ status: 'withdrawn' }), await read()]

  expect(await refusalOf(decide(admin, { ...notSelected, reference: gone.reference }))).toBe('decision.not-eligible')
  expect(await refusalOf(decide(admin, { ...notSelected, reference: 'HB-2222-2222' }))).toBe('submission.unknown')
  for (const role of ['reviewer', 'editor'] as const) {
    expect(await refusalOf(decide(await invited(role), { ...selected, reference: entry.reference }))).toBe('staff.forbidden')
    expect(await refusalOf(decideRest(await invited(role), { reasons: ['few-places'] }))).toBe('staff.forbidden')
  }
})

test('the database itself keeps the shape of a decision', async () => {
  const entry = await read()
  const decision = { submissionId: entry.id, outcome: 'selected', reasons: ['felt-real'], decidedById: admin.id, decidedAt: new Date() }

  await expect(db.decision.create({ data: { ...decision, reasons: [] } })).rejects.toThrow(/decision_reasons/)
  await expect(db.decision.create({ data: { ...decision, outcome: 'reserve' } })).rejects.toThrow(/decision_reserve/)
  await expect(db.decision.create({ data: { ...decision, reserveOrder: 4 } })).rejects.toThrow(/decision_reserve/)
})

test('an erased entry keeps its outcome and loses the note about it', async () => {
  const sent = await sendEntry()
  const decision = { outcome: 'not_selected', reasons: ['few-places'], note: 'Only for us.', decidedById: admin.id, decidedAt: new Date() }
  await db.decision.create({ data: { submissionId: sent.id, ...decision } })

  await eraseEntry(sent.entryKey)

  expect(await db.decision.findUniqueOrThrow({ where: { submissionId: sent.id } })).toMatchObject({ outcome: 'not_selected', note: null })
})
