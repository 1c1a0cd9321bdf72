import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { resolveFlag } from '#lib/review/commands/flags.ts'
import { recuse } from '#lib/review/commands/recuse.ts'
import { completeReview, saveReview } from '#lib/review/commands/save-review.ts'
import type { Written } from '#lib/review/commands/write-review.ts'
import { entryForReviewer, readingList, readingPlace } from '#lib/review/queries/reading.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { readFilters } from '#lib/submissions/staff/filters.ts'
import { entryPage } from '#lib/submissions/staff/list.ts'
import { type EligibleOptions, makeEligible, makeManyEligible, makeReviewer, sameScore } from '#tests/factories/review.ts'
import { invited } from '#tests/factories/staff.ts'
import { countQueries } from '#tests/support/queries.ts'
import { refusalOf } from '#tests/support/refusals.ts'

/** Somebody who is asked to read one entry, and what their form would send. */
async function reading(options: EligibleOptions = {}, reviewer?: StaffActor) {
  const [actor, entry] = [reviewer ?? (await makeReviewer()), await makeEligible(options)]
  const assignmentId = newId()
  const asked = { submissionId: entry.id, reviewerId: actor.id, stage: 1, position: 7, assignedAt: new Date() }
  await db.assignment.create({ data: { id: assignmentId, ...asked } })
  const form: Written = { assignmentId, copyId: entry.copyId ?? '', scores: {}, confidence: null, flags: [], note: null, seen: null }
  const full: Written = { ...form, scores: { truth: 5, change: 4, theme: 3, use: 2, film: 1 }, confidence: 3, note: 'A private thought.' }
  return { actor, entry, form, full }
}

const reviewOf = (submissionId: string) => db.review.findMany({ where: { submissionId }, include: { scores: true } })
const recorded = async (subjectId: string) =>
  (await db.auditEvent.findMany({ where: { subjectId, action: { startsWith: 'review.' } }, orderBy: { id: 'asc' } })).map(
    ({ action }) => action,
  )

test('a draft keeps what there is, and a complete review counts with its weighted total', async () => {
  const { actor, entry, form, full } = await reading()
  const draft = await saveReview(actor, { ...form, scores: { truth: 5 }, quietly: true })
  expect(await reviewOf(entry.id)).toMatchObject([{ completedAt: null, totalPoints: null, scores: [{ criterion: 'truth', score: 5 }] }])
  expect(await recorded(entry.id)).toEqual([])

  await completeReview(actor, { ...full, seen: draft.savedAt })
  const [review] = await reviewOf(entry.id)
  expect(review).toMatchObject({ totalPoints: 340, confidence: 3, note: 'A private thought.', rubricNumber: 1, copyId: entry.copyId })
  expect(review?.scores).toHaveLength(5)
  expect(await recorded(entry.id)).toEqual(['review.completed'])
})

test('a review lacks something until every row is scored and the reviewer says how sure they are', async () => {
  const { actor, entry, full } = await reading()
  const missing = completeReview(actor, { ...full, scores: { truth: 1, film: 2 } })
  await expect(missing).rejects.toMatchObject({ code: 'review.incomplete', values: { missing: 'change theme use' } })
  expect(await refusalOf(completeReview(actor, { ...full, confidence: null }))).toBe('review.incomplete')
  expect(await reviewOf(entry.id)).toEqual([])
})

test('completed twice at once there is one review, counted and recorded once', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { actor, entry, full } = await reading()
    await Promise.all(Array.from({ length: 4 }, () => completeReview(actor, full)))
    expect(await reviewOf(entry.id)).toMatchObject([{ totalPoints: 340 }])
    expect((await reviewOf(entry.id))[0]?.scores).toHaveLength(5)
    expect(await recorded(entry.id)).toEqual(['review.completed'])
  }
})

test('the last of two windows counts, and is told that the other had saved', async () => {
  const { actor, entry, form } = await reading()
  const first = await saveReview(actor, { ...form, scores: { truth: 2 }, quietly: false })
  const second = await saveReview(actor, { ...form, scores: { truth: 4 }, quietly: false })
  const third = await saveReview(actor, { ...form, scores: { truth: 5 }, seen: second.savedAt, quietly: false })
  expect([first.replaced, second.replaced, third.replaced]).toEqual([false, true, false])
  expect((await reviewOf(entry.id))[0]?.scores).toMatchObject([{ score: 5 }])
})

test('what counted can be changed with a record, and never made half again', async () => {
  const { actor, entry, full } = await reading()
  await completeReview(actor, full)
  const changed = { ...full, scores: sameScore(5) }
  await saveReview(actor, { ...changed, quietly: false })
  expect(await refusalOf(saveReview(actor, { ...full, scores: { truth: 1 }, quietly: true }))).toBe('review.incomplete')
  expect(await reviewOf(entry.id)).toMatchObject([{ totalPoints: 500, completedAt: expect.any(Date) }])
  const last = await db.auditEvent.findFirst({ where: { subjectId: entry.id }, orderBy: { id: 'desc' } })
  expect(last).toMatchObject({ action: 'review.changed', actorId: actor.id, data: { total: 500, before: 340, confidence: 3 } })
})

test('when results are out, or the entry is withdrawn, nothing more is written', async () => {
  for (const status of ['selected', 'not_selected', 'withdrawn', 'erased']) {
    const { actor, entry, full } = await reading()
    await completeReview(actor, full)
    await db.submission.update({ where: { id: entry.id }, data: { status } })
    expect(await refusalOf(completeReview(actor, { ...full, scores: sameScore(1) }))).toBe('review.closed')
    expect(await refusalOf(recuse(actor, { assignmentId: full.assignmentId, why: 'conflict' }))).toBe('review.closed')
    expect(await reviewOf(entry.id)).toMatchObject([{ totalPoints: 340 }])
    expect(await entryForReviewer(actor, full.assignmentId, 'en')).toBeNull()
  }
})

test("nobody reads or writes on somebody else's reading", async () => {
  const [{ entry, full, form }, other] = [await reading(), await makeReviewer()]
  for (const actor of [other, await invited('admin')]) {
    expect(await refusalOf(completeReview(actor, full))).toBe('review.unknown')
    expect(await refusalOf(saveReview(actor, { ...form, quietly: true }))).toBe('review.unknown')
    expect(await refusalOf(recuse(actor, { assignmentId: form.assignmentId, why: 'recused' }))).toBe('review.unknown')
    expect(await entryForReviewer(actor, form.assignmentId, 'en')).toBeNull()
    expect(await entryForReviewer(actor, entry.id, 'en')).toBeNull()
    expect(await entryForReviewer(actor, entry.reference, 'en')).toBeNull()
  }
  expect(await reviewOf(entry.id)).toEqual([])
})

test('a review of a copy that was replaced meanwhile is refused until the new one was read', async () => {
  const { actor, entry, full } = await reading()
  const at = new Date()
  const approved = { sourceVersion: 2, madeById: entry.preparedBy, madeAt: at, approvedById: entry.preparedBy, approvedAt: at }
  const copyId = newId()
  await db.blindCopy.create({ data: { id: copyId, submissionId: entry.id, number: 2, story: 'A better sample.', ...approved } })
  expect(await refusalOf(completeReview(actor, full))).toBe('review.copy-changed')
  expect(await entryForReviewer(actor, full.assignmentId, 'en')).toMatchObject({ story: 'A better sample.', copyId })
  await completeReview(actor, { ...full, copyId })
})

test('stepping aside takes the review along, counted or not', async () => {
  const { actor, entry, full } = await reading()
  await completeReview(actor, full)
  await recuse(actor, { assignmentId: full.assignmentId, why: 'conflict' })
  expect(await reviewOf(entry.id)).toEqual([])
  expect(await db.assignment.findMany({ where: { submissionId: entry.id } })).toMatchObject([{ endedWhy: 'conflict' }])
  const last = await db.auditEvent.findFirst({ where: { subjectId: entry.id }, orderBy: { id: 'desc' } })
  expect(last).toMatchObject({ action: 'review.recused', data: { why: 'conflict', counted: 340 } })
})

test('a worry about safety is raised once, not by a page that saves by itself, and an admin answers it', async () => {
  const { actor, entry, form } = await reading()
  const worried: Written = { ...form, flags: ['safety', 'language'] }
  await saveReview(actor, { ...worried, quietly: true })
  expect(await db.safetyFlag.count({ where: { submissionId: entry.id } })).toBe(0)
  await Promise.all([1, 2, 3].map(() => saveReview(actor, { ...worried, quietly: false })))
  const [flag, ...more] = await db.safetyFlag.findMany({ where: { submissionId: entry.id } })
  expect([flag?.raisedById, more]).toEqual([actor.id, []])

  const [admin, answer] = [await invited('admin'), { flagId: flag?.id ?? '', resolution: 'We spoke to them.' }]
  expect(await refusalOf(resolveFlag(actor, answer))).toBe('staff.forbidden')
  await resolveFlag(admin, answer)
  expect(await refusalOf(resolveFlag(admin, answer))).toBe('flag.unknown')
  await saveReview(actor, { ...worried, quietly: false })
  expect(await db.safetyFlag.count({ where: { submissionId: entry.id, resolvedAt: null } })).toBe(0)
})

test('an editor neither reads nor scores', async () => {
  const [editor, { full }] = [await invited('editor'), await reading()]
  for (const work of [
    () => completeReview(editor, full),
    () => saveReview(editor, { ...full, quietly: false }),
    () => recuse(editor, { assignmentId: full.assignmentId, why: 'recused' }),
    () => readingList(editor),
    () => readingPlace(editor, full.assignmentId),
    () => entryForReviewer(editor, full.assignmentId, 'en'),
  ])
    expect(await refusalOf(work())).toBe('staff.forbidden')
})

test('the list and one entry take the same number of queries whatever there is to read', async () => {
  const actor = await makeReviewer()
  const counted: number[][] = []
  for (const more of [1, 30]) {
    const entries = await makeManyEligible(more)
    const asked = entries.map(({ id }, position) => ({
      id: newId(),
      submissionId: id,
      reviewerId: actor.id,
      stage: 1,
      position,
      assignedAt: new Date(),
    }))
    await db.assignment.createMany({ data: asked })
    const id = asked[0]?.id ?? ''
    counted.push([
      await countQueries(() => readingList(actor)),
      await countQueries(() => readingPlace(actor, id)),
      await countQueries(() => entryForReviewer(actor, id, 'en')),
    ])
  }
  expect(counted[1]).toEqual(counted[0])
  expect(counted[0]?.[0]).toBe(3)
  expect((await readingList(actor)).leftCount).toBe(31)
})

test('erasing an entry empties its copies and notes, and keeps the scores', async () => {
  const { actor, entry, full } = await reading({ copyStory: 'Walnut-semaphore, a sample.' })
  await completeReview(actor, { ...full, flags: ['safety'], note: 'thimble-monsoon' })
  const { eraseSubmission } = await import('#lib/submissions/commands/erase.ts')
  await db.$transaction((tx) => eraseSubmission(tx, entry.id, { kind: 'system' }))
  expect(await db.blindCopy.findMany({ where: { submissionId: entry.id } })).toMatchObject([{ story: '', postText: null, outdated: true }])
  expect(await reviewOf(entry.id)).toMatchObject([{ note: null, totalPoints: 340 }])
  expect(await readingList(actor)).toMatchObject({ left: [], done: [] })
})

test('an entry is found by the warnings of a review that was complete when it was first saved, and by none it took back', async () => {
  const admin = await invited('admin')
  const { actor, entry, full } = await reading()
  const found = async (flag: string) =>
    (await entryPage(admin, readFilters({ flag, status: 'all' }), null)).lines.map(({ reference }) => reference)
  const { savedAt } = await completeReview(actor, { ...full, flags: ['doubtful', 'language'] })
  expect(await found('doubtful')).toContain(entry.reference)
  expect(await found('language')).toContain(entry.reference)
  await completeReview(actor, { ...full, flags: ['language'], seen: savedAt })
  expect(await found('doubtful')).not.toContain(entry.reference)
  expect(await found('language')).toContain(entry.reference)
})
