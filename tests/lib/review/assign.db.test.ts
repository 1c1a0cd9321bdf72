import { beforeEach, expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { assignByHand, assignEntry } from '#lib/review/commands/assign.ts'
import { recuse } from '#lib/review/commands/recuse.ts'
import { replaceRecused } from '#lib/review/commands/replace.ts'
import { spendRemaining } from '#lib/review/commands/spend-remaining.ts'
import { spreadReading } from '#lib/review/commands/spread.ts'
import { readingList } from '#lib/review/queries/reading.ts'
import { makeEligible, makeManyEligible, makeManyReviews, makeReview, makeReviewer } from '#tests/factories/review.ts'
import { invited } from '#tests/factories/staff.ts'
import { refusalOf } from '#tests/support/refusals.ts'

/** Each test begins with nobody who reads, and nothing to be read. */
beforeEach(async () => {
  await db.staffUser.updateMany({ where: { removedAt: null, role: 'reviewer' }, data: { removedAt: new Date() } })
  await db.submission.updateMany({ where: { status: 'eligible' }, data: { status: 'withdrawn' } })
})

const readersOf = async (submissionId: string) =>
  (await db.assignment.findMany({ where: { submissionId, endedAt: null }, select: { reviewerId: true } })).map(
    ({ reviewerId }) => reviewerId,
  )

test('every entry gets two readers, evenly spread, and asking again gives no more', async () => {
  const reviewers = await Promise.all([1, 2, 3, 4].map(() => makeReviewer()))
  const entries = await makeManyEligible(20)
  expect(await spreadReading()).toBe(40)
  expect(await spreadReading()).toBe(0)
  expect(await assignEntry(entries[0]?.id ?? '')).toBe(0)
  for (const { id } of entries) expect(new Set(await readersOf(id)).size).toBe(2)
  for (const { id } of reviewers) expect(await db.assignment.count({ where: { reviewerId: id } })).toBe(10)
})

test('asked for ten times at once, an entry still gets two readers', async () => {
  for (let count = 0; count < 5; count += 1) await makeReviewer()
  const { id } = await makeEligible()
  const given = await Promise.all(Array.from({ length: 10 }, () => assignEntry(id)))
  expect(given.reduce((sum, one) => sum + one, 0)).toBe(2)
  expect(await readersOf(id)).toHaveLength(2)
})

test('who reads the language is asked first, and others where nobody does', async () => {
  const [portuguese, english] = [await makeReviewer({ languages: ['pt-BR'] }), await makeReviewer({ languages: ['en'] })]
  const third = await makeReviewer({ languages: ['pt'] })
  const [entry, rare] = [await makeEligible({ language: 'pt-PT' }), await makeEligible({ language: 'is' })]
  await assignEntry(entry.id)
  expect(new Set(await readersOf(entry.id))).toEqual(new Set([portuguese.id, third.id]))
  await assignEntry(rare.id)
  expect(await readersOf(rare.id)).toContain(english.id)
})

test('two reviewers of the same entries get them in different orders, and the least read come first', async () => {
  const [one, other] = [await makeReviewer(), await makeReviewer()]
  const entries = await makeManyEligible(12, (index) => ({ copyStory: `Sample ${index}.` }))
  await spreadReading()
  const begins = async (actor: typeof one) => (await readingList(actor)).left.map((line) => line.begins)
  const [first, second] = [await begins(one), await begins(other)]
  expect(first).not.toEqual(second)
  expect([...first].sort()).toEqual([...second].sort())

  const top = first[0]
  const submissionId = entries[Number(/\d+/.exec(top ?? '')?.[0])]?.id ?? ''
  await makeReview({ submissionId, reviewerId: other.id, scores: 3 })
  expect((await begins(one)).at(-1)).toBe(top)
})

test('who stepped aside or left is replaced, keeps what they finished, and is never asked again', async () => {
  const [one, other] = [await makeReviewer(), await makeReviewer()]
  const [entry, finished] = await makeManyEligible(2)
  await spreadReading()
  const spare = await makeReviewer()
  const own = await db.assignment.findFirstOrThrow({ where: { submissionId: entry?.id ?? '', reviewerId: one.id } })
  await recuse(one, { assignmentId: own.id, why: 'conflict' })
  expect(await refusalOf(recuse(one, { assignmentId: own.id, why: 'conflict' }))).toBe('review.closed')
  expect(await spreadReading()).toBe(1)
  expect(new Set(await readersOf(entry?.id ?? ''))).toEqual(new Set([other.id, spare.id]))

  await makeReview({ submissionId: finished?.id ?? '', reviewerId: other.id, scores: 4 })
  await db.staffUser.update({ where: { id: other.id }, data: { removedAt: new Date() } })
  const last = await makeReviewer()
  await spreadReading()
  expect(new Set(await readersOf(entry?.id ?? ''))).toEqual(new Set([spare.id, last.id]))
  expect(new Set(await readersOf(finished?.id ?? ''))).toEqual(new Set([one.id, other.id]))
  const ended = await db.assignment.findMany({ where: { submissionId: entry?.id ?? '', endedAt: { not: null } } })
  expect(new Set(ended.map(({ endedWhy }) => endedWhy))).toEqual(new Set(['conflict', 'left']))
})

test('who steps aside at the second stage is replaced there, an independent reader by an independent one, and once', async () => {
  const aside = await makeReviewer({ independent: true })
  const [entry] = await makeManyEligible(1)
  const submissionId = entry?.id ?? ''
  const id = crypto.randomUUID()
  await db.assignment.create({ data: { id, submissionId, reviewerId: aside.id, stage: 2, position: 1, assignedAt: new Date() } })
  await makeReviewer()
  const independent = await makeReviewer({ independent: true })
  expect(await replaceRecused(id)).toBe(false)

  await recuse(aside, { assignmentId: id, why: 'conflict' })
  expect((await Promise.all([replaceRecused(id), replaceRecused(id), replaceRecused(id)])).filter(Boolean)).toHaveLength(1)
  const standing = await db.assignment.findMany({ where: { submissionId, endedAt: null } })
  expect(standing.map(({ reviewerId, stage }) => [reviewerId, stage])).toEqual([[independent.id, 2]])
})

test('when somebody leaves, their readings of either stage go to others, an independent one to an independent one, each once', async () => {
  const [leaving, other] = [await makeReviewer({ independent: true }), await makeReviewer()]
  const [first, second] = await makeManyEligible(2)
  const ask = (submissionId: string, stage: number) =>
    db.assignment.create({
      data: { id: crypto.randomUUID(), submissionId, reviewerId: leaving.id, stage, position: stage, assignedAt: new Date() },
    })
  await ask(first?.id ?? '', 1)
  await spreadReading()
  const plain = await makeReviewer()
  const independent = await makeReviewer({ independent: true })
  for (const { id } of [other, plain])
    await db.assignment.upsert({
      where: { submissionId_reviewerId: { submissionId: second?.id ?? '', reviewerId: id } },
      create: { id: crypto.randomUUID(), submissionId: second?.id ?? '', reviewerId: id, stage: 1, position: 1, assignedAt: new Date() },
      update: {},
    })
  await db.assignment.deleteMany({ where: { submissionId: second?.id ?? '', reviewerId: leaving.id } })
  await ask(second?.id ?? '', 2)

  await db.staffUser.update({ where: { id: leaving.id }, data: { removedAt: new Date() } })
  await Promise.all([spreadReading(), spreadReading(), spreadReading()])

  const standing = await db.assignment.findMany({ where: { endedAt: null }, orderBy: { stage: 'desc' } })
  const of = (submissionId = '') => standing.filter((one) => one.submissionId === submissionId)
  expect(of(second?.id).map(({ reviewerId, stage }) => [reviewerId, stage])[0]).toEqual([independent.id, 2])
  expect(of(second?.id)).toHaveLength(3)
  expect(of(first?.id)).toHaveLength(2)
  expect(standing.map(({ reviewerId }) => reviewerId)).not.toContain(leaving.id)
})

test('an entry that is withdrawn is on no list', async () => {
  const [reviewer, entry] = [await makeReviewer(), await makeEligible()]
  await spreadReading()
  expect((await readingList(reviewer)).leftCount).toBe(1)
  await db.submission.update({ where: { id: entry.id }, data: { status: 'withdrawn' } })
  expect(await readingList(reviewer)).toMatchObject({ leftCount: 0, left: [] })
})

test('an admin asks one person by hand, and is told why not', async () => {
  const [admin, reader, entry] = [await invited('admin'), await makeReviewer(), await makeEligible()]
  const { reference, preparedBy } = entry
  await assignByHand(admin, { reference, reviewerId: reader.id })
  await assignByHand(admin, { reference, reviewerId: admin.id })
  const code = (input: Parameters<typeof assignByHand>[1]) => refusalOf(assignByHand(admin, input))
  expect(await code({ reference, reviewerId: reader.id })).toBe('assign.already')
  expect(await code({ reference, reviewerId: preparedBy })).toBe('assign.knows')
  expect(await code({ reference, reviewerId: (await invited('editor')).id })).toBe('assign.nobody')
  expect(await code({ reference, reviewerId: 'nobody' })).toBe('assign.nobody')
  expect(await code({ reference: (await makeEligible({ copy: 'waiting' })).reference, reviewerId: reader.id })).toBe('assign.no-copy')
  expect(await code({ reference: (await makeEligible({ status: 'submitted' })).reference, reviewerId: reader.id })).toBe(
    'assign.not-eligible',
  )
  expect(await refusalOf(assignByHand(reader, { reference, reviewerId: reader.id }))).toBe('staff.forbidden')
})

test('the second stage spends the rest on contenders and disagreements, an independent reader first, and stops at the budget', async () => {
  const admin = await invited('admin')
  const [a, b] = [await makeReviewer(), await makeReviewer()]
  const entries = await makeManyEligible(8)
  await makeManyReviews(
    entries.flatMap(({ id: submissionId }, index) => [
      { submissionId, reviewerId: a.id, scores: index < 2 ? 5 : index === 7 ? 5 : 2 },
      { submissionId, reviewerId: b.id, scores: index < 2 ? 5 : index === 7 ? 1 : 2 },
    ]),
  )
  const independent = await makeReviewer({ independent: true })
  for (let count = 0; count < 3; count += 1) await makeReviewer()

  expect(await spendRemaining(admin, { budgetPerEntry: 2 })).toEqual({ asked: 0, missed: 0 })
  const spent = await spendRemaining(admin, { budgetPerEntry: 2.5 })

  expect(spent).toEqual({ asked: 4, missed: 0 })
  const given = await db.assignment.findMany({
    where: { stage: 2, submissionId: { in: entries.map(({ id }) => id) } },
    select: { submissionId: true, reviewerId: true },
  })
  const worth = [entries[0]?.id, entries[1]?.id, entries[7]?.id]
  expect(given.every(({ submissionId }) => worth.includes(submissionId))).toBe(true)
  for (const id of worth.slice(0, 2)) expect(given).toContainEqual({ submissionId: id, reviewerId: independent.id })
  expect(await spendRemaining(admin, { budgetPerEntry: 2.5 })).toEqual({ asked: 0, missed: 0 })
})

test('pressed several times at once, the rest of the budget is spent once', async () => {
  const admin = await invited('admin')
  const [a, b] = [await makeReviewer(), await makeReviewer()]
  const entries = await makeManyEligible(8)
  await makeManyReviews(
    entries.flatMap(({ id: submissionId }, index) => [a, b].map(({ id }) => ({ submissionId, reviewerId: id, scores: index < 4 ? 5 : 2 }))),
  )
  for (let count = 0; count < 8; count += 1) await makeReviewer({ independent: count < 4 })

  const spent = await Promise.all([1, 2, 3].map(() => spendRemaining(admin, { budgetPerEntry: 2.5 })))

  expect(await db.assignment.count({ where: { stage: 2, submissionId: { in: entries.map(({ id }) => id) } } })).toBe(4)
  expect(spent.reduce((sum, { asked }) => sum + asked, 0)).toBe(4)
  expect(await spendRemaining(admin, { budgetPerEntry: 2.5 })).toEqual({ asked: 0, missed: 0 })
})

test('two who step aside from the second stage of one entry are both replaced, in whatever order the clock gets to them', async () => {
  for (const order of [
    [0, 1],
    [1, 0],
  ] as const) {
    const aside = [await makeReviewer(), await makeReviewer()]
    const [entry] = await makeManyEligible(1)
    const submissionId = entry?.id ?? ''
    const ids = aside.map(() => crypto.randomUUID())
    const asked = (index: number) => ({ id: ids[index] ?? '', submissionId, reviewerId: aside[index]?.id ?? '', stage: 2, position: 1 })
    await db.assignment.createMany({ data: aside.map((_, index) => ({ ...asked(index), assignedAt: new Date(Date.now() - 60_000) })) })
    const others = new Set([(await makeReviewer()).id, (await makeReviewer()).id])
    await makeReviewer()
    for (const [index, actor] of aside.entries()) await recuse(actor, { assignmentId: ids[index] ?? '', why: 'recused' })

    for (const index of order) expect(await replaceRecused(ids[index] ?? '')).toBe(true)
    for (const id of ids) expect(await replaceRecused(id)).toBe(false)

    expect(others.size).toBe(2)
    expect(await db.assignment.count({ where: { submissionId, stage: 2, endedAt: null } })).toBe(2)
  }
})

test('whoever the hourly spread asked in place of somebody is not asked for twice', async () => {
  const [one, other] = [await makeReviewer(), await makeReviewer()]
  const entry = await makeEligible()
  await spreadReading()
  for (let count = 0; count < 4; count += 1) await makeReviewer()
  const own = await db.assignment.findMany({ where: { submissionId: entry.id }, orderBy: { id: 'asc' } })
  const actors = own.map(({ reviewerId }) => (reviewerId === one.id ? one : other))
  for (const [index, { id }] of own.entries()) await recuse(actors[index] ?? one, { assignmentId: id, why: 'recused' })
  expect(await replaceRecused(own[0]?.id ?? '')).toBe(true)
  expect(await spreadReading()).toBe(1)

  expect(await replaceRecused(own[1]?.id ?? '')).toBe(false)

  expect(await readersOf(entry.id)).toHaveLength(2)
})
