import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { approveCopy } from '#lib/review/commands/approve-copy.ts'
import { assignEntry } from '#lib/review/commands/assign.ts'
import { beginCopy, prepareCopy } from '#lib/review/commands/prepare-copy.ts'
import { makeEligible, makeReviewer } from '#tests/factories/review.ts'
import { invited } from '#tests/factories/staff.ts'
import { refusalOf } from '#tests/support/refusals.ts'

const words = { version: 2, seen: 0, story: 'I am [name], and words made for a test follow.', postText: null }

const jobs = () =>
  db.$queryRaw<{ payload: { submissionId: string } }[]>`
    select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'review.assign'`

test('a copy is prepared, approved and asks for readers, with a record of each step', async () => {
  const [first, second, entry] = [await makeReviewer(), await makeReviewer(), await makeEligible({ copy: 'none' })]
  const { reference } = entry
  await beginCopy(first, { reference })
  await beginCopy(first, { reference })
  await prepareCopy(first, { ...words, reference })
  await beginCopy(second, { reference })
  await approveCopy(second, { reference, number: 1, looked: false })
  await approveCopy(first, { reference, number: 1, looked: false })

  const copies = await db.blindCopy.findMany({ where: { submissionId: entry.id } })
  expect(copies).toMatchObject([
    { number: 1, story: words.story, madeById: first.id, approvedById: second.id, outdated: false, sourceVersion: 2 },
  ])
  const recorded = await db.auditEvent.findMany({ where: { subjectId: entry.id, action: { startsWith: 'copy.' } }, orderBy: { id: 'asc' } })
  expect(recorded.map(({ action, actorId }) => [action, actorId])).toEqual([
    ['copy.begun', first.id],
    ['copy.prepared', first.id],
    ['copy.begun', second.id],
    ['copy.approved', second.id],
  ])
  expect((await jobs()).filter(({ payload }) => payload.submissionId === entry.id)).toHaveLength(1)
})

test('who worked on a copy, screened, asked or decided an appeal is never asked to read the entry', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, () => makeReviewer()))
  const [maker, approver, looker, screener, asker, judge] = people.map(({ id }) => id) as [string, string, string, string, string, string]
  await db.staffUser.updateMany({ where: { role: 'reviewer', id: { notIn: people.map(({ id }) => id) } }, data: { removedAt: new Date() } })
  const entry = await makeEligible({ copy: 'none' })
  const [submissionId, at] = [entry.id, new Date()]
  const { reference } = entry
  await beginCopy(people[0] as never, { reference })
  await prepareCopy(people[0] as never, { ...words, reference })
  await beginCopy(people[1] as never, { reference })
  await approveCopy(people[1] as never, { reference, number: 1, looked: false })
  await beginCopy(people[2] as never, { reference })
  await db.screening.create({ data: { id: newId(), submissionId, outcome: 'eligible', checklist: {}, staffId: screener, at } })
  const asked = { body: 'Who?', askedAt: at, deadlineAt: new Date(at.getTime() + 1000), answer: 'Me', answeredAt: at }
  await db.question.create({ data: { id: newId(), submissionId, ...asked, staffId: asker } })
  await db.appeal.create({
    data: { id: newId(), submissionId, at, outcome: 'upheld', reason: 'So.', decidedAt: at, staffId: judge, text: 'No.' },
  })

  expect(await assignEntry(submissionId)).toBe(0)
  for (const reviewerId of [maker, approver, looker, screener, asker, judge]) {
    const forced = db.assignment.create({ data: { id: newId(), submissionId, reviewerId, stage: 1, position: 1, assignedAt: at } })
    await expect(forced).rejects.toThrow(/assignment_blind|knows entry/)
  }
  const free = await makeReviewer()
  expect(await assignEntry(submissionId)).toBe(1)
  expect(await db.assignment.findMany({ where: { submissionId } })).toMatchObject([{ reviewerId: free.id }])
})

test('the words of an approved copy never change, and a copy is outdated when the words of the entry do', async () => {
  const entry = await makeEligible()
  const where = { id: entry.copyId ?? '' }
  await expect(db.blindCopy.update({ where, data: { story: 'Changed.' } })).rejects.toThrow(/its words stay|Foreign key/)
  await db.submission.update({ where: { id: entry.id }, data: { statusAt: new Date() } })
  expect(await db.blindCopy.findUnique({ where })).toMatchObject({ outdated: false })
  await db.submission.update({ where: { id: entry.id }, data: { postText: 'New words of the post.' } })
  expect(await db.blindCopy.findUnique({ where })).toMatchObject({ outdated: true })

  await makeReviewer()
  expect(await assignEntry(entry.id)).toBe(0)
  const forced = db.assignment.create({
    data: { id: newId(), submissionId: entry.id, reviewerId: (await makeReviewer()).id, stage: 1, position: 1, assignedAt: new Date() },
  })
  await expect(forced).rejects.toThrow(/no approved copy|assignment_copy/)
})

test('an outdated copy is not approved, and a new one is', async () => {
  const [admin, entry] = [await invited('admin'), await makeEligible({ copy: 'none' })]
  const { reference } = entry
  await beginCopy(admin, { reference })
  await prepareCopy(admin, { ...words, reference })
  await db.submission.update({ where: { id: entry.id }, data: { story: 'Other sample words.', version: 3 } })

  expect(await refusalOf(approveCopy(admin, { reference, number: 1, looked: true }))).toBe('copy.outdated')
  expect(await refusalOf(prepareCopy(admin, { ...words, reference, seen: 1 }))).toBe('submission.changed')
  await prepareCopy(admin, { ...words, reference, seen: 1, version: 3 })
  await approveCopy(admin, { reference, number: 2, looked: false })
  expect(await db.blindCopy.count({ where: { submissionId: entry.id, approvedAt: { not: null } } })).toBe(1)
})

test('of two people who save a copy at once, one is told that the other did', async () => {
  const [first, second, { reference }] = [await makeReviewer(), await makeReviewer(), await makeEligible({ copy: 'none' })]
  for (const actor of [first, second]) await beginCopy(actor, { reference })
  const both = await Promise.allSettled([first, second].map((actor) => prepareCopy(actor, { ...words, reference })))
  expect(both.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { code: 'copy.changed' } }])
})

test('a copy that still tells who wrote it is approved only by somebody who says they looked', async () => {
  const [admin, entry] = [
    await invited('admin'),
    await makeEligible({ copy: 'none', displayName: 'Quillamine', email: 'tulipmoon@example.org' }),
  ]
  const { reference } = entry
  await beginCopy(admin, { reference })
  await prepareCopy(admin, { ...words, reference, story: 'Quillamine here. My page is tulipmoon.' })

  const early = approveCopy(admin, { reference, number: 1, looked: false })
  await expect(early).rejects.toMatchObject({ code: 'copy.still-found', values: { count: 2 } })
  await approveCopy(admin, { reference, number: 1, looked: true })
  expect(await db.auditEvent.findFirst({ where: { subjectId: entry.id, action: 'copy.approved' } })).toMatchObject({
    data: { stillFound: 2, own: true },
  })
})

test('nobody works on a copy without having begun, of an entry they are to read, or of one that is not eligible', async () => {
  const [reader, other] = [await makeReviewer(), await makeReviewer()]
  const [entry, early] = [await makeEligible(), await makeEligible({ status: 'submitted', copy: 'none' })]
  const { reference } = entry
  await db.assignment.create({
    data: { id: newId(), submissionId: entry.id, reviewerId: reader.id, stage: 1, position: 1, assignedAt: new Date() },
  })

  expect(await refusalOf(prepareCopy(other, { ...words, reference, seen: 1 }))).toBe('copy.not-begun')
  expect(await refusalOf(approveCopy(other, { reference, number: 1, looked: true }))).toBe('copy.not-begun')
  expect(await refusalOf(beginCopy(reader, { reference }))).toBe('copy.reader')
  expect(await refusalOf(beginCopy(other, { reference: early.reference }))).toBe('copy.not-eligible')
  expect(await refusalOf(beginCopy(other, { reference: 'HB-2222-2222' }))).toBe('submission.unknown')
})
