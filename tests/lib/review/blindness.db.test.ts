import { beforeAll, expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { completeReview } from '#lib/review/commands/save-review.ts'
import { copiesToMake, copyDesk } from '#lib/review/queries/copies.ts'
import { nobodyCanRead, openFlags, readingProgress, reviewerLines } from '#lib/review/queries/overview.ts'
import { entryForReviewer, nextToRead, readingList, readingPlace } from '#lib/review/queries/reading.ts'
import type { EntryForReviewer } from '#lib/review/views.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { makeEligible, makeReviewer, sameScore } from '#tests/factories/review.ts'
import { invited } from '#tests/factories/staff.ts'
import { refusalOf } from '#tests/support/refusals.ts'

type Identity =
  | 'reference'
  | 'id'
  | 'submissionId'
  | 'displayName'
  | 'name'
  | 'email'
  | 'phrase'
  | 'country'
  | 'region'
  | 'platform'
  | 'postUrl'
  | 'postKey'
  | 'postCanonical'
  | 'handle'
  | 'author'
  | 'needs'
  | 'submittedAt'
/** Does not compile once the view has a field that tells who wrote an entry. */
const fieldsThatTell: [Extract<keyof EntryForReviewer, Identity>] extends [never] ? readonly [] : never = []

const told = {
  displayName: 'Quillamine Zephyrfold',
  email: 'tulip.moon@example.org',
  phrase: 'cobalt heron teapot',
  needs: 'pomegranate-corridor',
  story: 'My name is Quillamine and here is a marmalade-observatory.',
  postText: 'Look, a turnip-lighthouse.',
} as const
const traces = [
  'quillamine',
  'zephyrfold',
  'tulip',
  'cobalt heron',
  'pomegranate',
  'marmalade',
  'turnip',
  'velvet-turbine',
  'TV',
  'Tuvalu',
  'x.com',
]

async function planted(copyStory: string) {
  const entry = await makeEligible({ ...told, copyStory, country: 'TV', language: 'is', copy: 'none' })
  const { phrase, needs } = told
  await db.submission.update({ where: { id: entry.id }, data: { phrase, needs } })
  const at = new Date()
  await db.postCheck.create({ data: { id: newId(), submissionId: entry.id, at, outcome: 'found-with-hashtag', author: '@velvet-turbine' } })
  const by = { sourceVersion: 2, madeById: entry.preparedBy, madeAt: at, approvedById: entry.preparedBy, approvedAt: at }
  const copyId = newId()
  await db.blindCopy.create({ data: { id: copyId, submissionId: entry.id, number: 1, story: copyStory, postText: 'Look, [name].', ...by } })
  const { reference } = entry
  const { postUrl } = await db.submission.findUniqueOrThrow({ where: { id: entry.id } })
  return { id: entry.id, copyId, reference, all: [...traces, entry.id, reference, postUrl.split('/').at(-1) ?? ''] }
}

async function asked(actor: StaffActor, submissionId: string): Promise<string> {
  const id = newId()
  await db.assignment.create({ data: { id, submissionId, reviewerId: actor.id, stage: 1, position: 1, assignedAt: new Date() } })
  return id
}

/** Everything the reading pages can ask for. */
async function everything(actor: StaffActor, assignmentId: string) {
  return [
    await readingList(actor),
    await readingPlace(actor, assignmentId),
    await nextToRead(actor, assignmentId),
    ...(await Promise.all((['en', 'es', 'ar'] as const).map((locale) => entryForReviewer(actor, assignmentId, locale)))),
  ]
}

const found = (answer: unknown, words: readonly string[]) =>
  words.filter((word) =>
    word === 'TV' ? /\bTV\b/.test(JSON.stringify(answer)) : JSON.stringify(answer).toLowerCase().includes(word.toLowerCase()),
  )

let other: StaffActor
beforeAll(async () => {
  other = await makeReviewer({ name: 'Sample Othergood' })
})

test('the view of a reviewer has no field that tells who wrote an entry', async () => {
  expect(fieldsThatTell).toEqual([])
  const [reviewer, entry] = [await makeReviewer(), await planted('A clean sample, told by [name].')]
  const view = await entryForReviewer(reviewer, await asked(reviewer, entry.id), 'en')
  expect(Object.keys(view ?? {}).sort()).toEqual([
    ...['assignmentId', 'copyId', 'language', 'othersShown', 'own', 'postText', 'rubric', 'story', 'themes', 'tools'],
  ])
})

test('nothing a reviewer can ask for holds a trace of who wrote an entry, or of what others scored', async () => {
  const [reviewer, entry] = [await makeReviewer(), await planted('A clean sample, told by [name].')]
  const assignmentId = await asked(reviewer, entry.id)
  const form = { assignmentId: await asked(other, entry.id), copyId: entry.copyId, confidence: 1, flags: [], seen: null }
  await completeReview(other, { ...form, scores: sameScore(5), note: 'A walnut-semaphore.' })
  const words = [...entry.all, 'walnut-semaphore', 'Othergood', other.id]

  for (const answer of await everything(reviewer, assignmentId)) expect(found(answer, words)).toEqual([])
  expect(JSON.stringify(await everything(reviewer, assignmentId))).not.toContain('500')
})

test('a trace in the copy is seen by the same search', async () => {
  const [reviewer, entry] = [await makeReviewer(), await planted('I am Quillamine, see x.com/velvet-turbine.')]
  const answers = await everything(reviewer, await asked(reviewer, entry.id))
  expect(found(answers, entry.all)).toEqual(['quillamine', 'velvet-turbine', 'x.com'])
})

test('the copy of an entry shows its words only to who began to work on it, and never to its reader', async () => {
  const [reviewer, idle] = [await makeReviewer(), await makeReviewer()]
  const entry = await planted('A clean sample.')
  await asked(reviewer, entry.id)
  const words = traces.concat(entry.id)
  expect(found(await copyDesk(idle, entry.reference), words)).toEqual([])
  expect(await copyDesk(reviewer, entry.reference)).toMatchObject({ isReader: true, work: null })
  await db.knownEntry.create({ data: { submissionId: entry.id, staffId: reviewer.id, at: new Date() } })
  expect(found(await copyDesk(reviewer, entry.reference), words)).toEqual([])
  expect(found(await copiesToMake(idle), words)).toEqual([])
  await db.knownEntry.create({ data: { submissionId: entry.id, staffId: idle.id, at: new Date() } })
  expect(found(await copyDesk(idle, entry.reference), words)).toContain('quillamine')
})

test('who reads what is for admins', async () => {
  const [reviewer, editor, admin] = [await makeReviewer(), await invited('editor'), await invited('admin')]
  const queries = [readingProgress, reviewerLines, nobodyCanRead, openFlags]
  for (const query of queries) {
    for (const actor of [reviewer, editor]) expect(await refusalOf(query(actor))).toBe('staff.forbidden')
    await query(admin)
  }
  expect(await refusalOf(copyDesk(editor, 'HB-2222-2222'))).toBe('staff.forbidden')
  expect(await refusalOf(copiesToMake(editor))).toBe('staff.forbidden')
})

test('an entry that nobody can be asked to read is named, until somebody can', async () => {
  const admin = await invited('admin')
  await db.staffUser.updateMany({ where: { role: 'reviewer' }, data: { removedAt: new Date() } })
  const { reference } = await makeEligible()
  expect((await nobodyCanRead(admin)).map((entry) => entry.reference)).toContain(reference)
  await makeReviewer()
  expect(await nobodyCanRead(admin)).toEqual([])
})
