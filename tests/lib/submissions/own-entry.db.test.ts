import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { answerQuestion } from '#lib/submissions/commands/answer.ts'
import type { Status } from '#lib/submissions/lifecycle.ts'
import { ownEntry, receiptOf } from '#lib/submissions/queries.ts'
import { sampleAnswers, sendEntry } from '#tests/factories/submissions.ts'

const day = 86_400_000

async function reviewer(): Promise<string> {
  const { id } = await db.staffUser.create({ data: { id: newId(), email: `sample-${newId()}@example.org`, role: 'reviewer' } })
  return id
}

/** Moves an entry by hand, as staff do. */
async function moved(submissionId: string, from: Status, to: Status): Promise<void> {
  const at = new Date()
  await db.submission.update({ where: { id: submissionId }, data: { status: to, statusAt: at } })
  await db.statusChange.create({ data: { id: newId(), submissionId, from, to, at, staffId: await reviewer() } })
}

/** An entry that waits for an answer. */
async function questioned({ deadlineAt = new Date(Date.now() + 7 * day) } = {}) {
  const entry = await sendEntry()
  const asked = { askedAt: new Date(Date.now() - 10 * day), deadlineAt, staffId: await reviewer() }
  const { id: questionId } = await db.question.create({
    data: { id: newId(), submissionId: entry.id, body: 'Who took the photograph?', ...asked },
  })
  await moved(entry.id, 'submitted', 'needs_info')
  return { ...entry, questionId }
}

test('the secret link shows a storyteller what they sent, and where it stands', async () => {
  const answers = sampleAnswers({ you: { email: 'nora@example.org', phrase: 'green door' } })

  const { reference, entryKey } = await sendEntry(answers)

  const own = await ownEntry(entryKey)
  expect(own).toMatchObject({
    reference,
    status: 'submitted',
    plainStatus: 'received',
    post: { url: answers.post.postUrl, platform: 'x', text: answers.post.postText },
    story: answers.story.story,
    themes: ['learning', 'community'],
    displayName: 'Sample storyteller',
    maskedEmail: 'n…@example.org',
    question: null,
    canAnswer: false,
    ineligible: null,
    storyOnly: false,
    permissions: { rules: 'yes', reading: 'yes', film: 'ask', 'show-post': 'no', 'publish-name': 'yes', news: 'no' },
  })
  expect(own?.history).toStrictEqual([{ plainStatus: 'received', at: own?.submittedAt }])
})

test('nothing that only staff know is in what a storyteller can see', async () => {
  const { id, entryKey } = await sendEntry({ you: { phrase: 'green door' } })
  const staffId = await reviewer()
  const note = 'a private note of staff'
  await db.screening.create({
    data: { id: newId(), submissionId: id, outcome: 'ineligible', rule: 'no-hashtag', note, checklist: {}, staffId, at: new Date() },
  })
  await moved(id, 'submitted', 'ineligible')

  const own = await ownEntry(entryKey)

  expect(own?.ineligible).toStrictEqual({ rule: 'no-hashtag' })
  for (const secret of [note, staffId, id, 'sample@example.org']) expect(JSON.stringify(own)).not.toContain(secret)
})

test('eligible reads as being read, with its date', async () => {
  const { id, entryKey } = await sendEntry()
  await moved(id, 'submitted', 'eligible')

  const own = await ownEntry(entryKey)

  expect(own?.plainStatus).toBe('being-read')
  expect(own?.history.map(({ plainStatus }) => plainStatus)).toStrictEqual(['received', 'being-read'])
})

test('a change that looks the same to a storyteller is told once', async () => {
  const { id, entryKey } = await sendEntry()
  await moved(id, 'submitted', 'withdrawn')
  await moved(id, 'withdrawn', 'erased')

  expect((await ownEntry(entryKey))?.history.map(({ plainStatus }) => plainStatus)).toStrictEqual(['received', 'withdrawn'])
})

test('a key nobody has opens nothing', async () => {
  const { reference, token } = await sendEntry()

  expect(await ownEntry('AAAAAAAAAAAAAAAAAAAAAA')).toBeNull()
  expect(await ownEntry(reference)).toBeNull()
  expect(await ownEntry(token)).toBeNull()
  expect(await ownEntry('')).toBeNull()
})

test('the browser that sent an entry finds its receipt again, and only that browser', async () => {
  const { reference, entryKey, token } = await sendEntry({ you: { email: 'nora@example.org', mailLanguage: 'ar' } })

  expect(await receiptOf(token)).toMatchObject({ reference, entryKey, locale: 'ar', storyOnly: false, maskedEmail: 'n…@example.org' })
  expect(await receiptOf('another token')).toBeNull()
  expect(await receiptOf(undefined)).toBeNull()
})

test('an answer goes to staff, and the entry goes back to them', async () => {
  const { id, entryKey, questionId } = await questioned()
  expect(await ownEntry(entryKey)).toMatchObject({
    plainStatus: 'needs-info',
    question: { id: questionId, body: 'Who took the photograph?' },
    canAnswer: true,
  })

  await answerQuestion({ key: entryKey, questionId, answer: ' My sister,\r\nand she agrees. ' })

  expect(await db.question.findUnique({ where: { id: questionId } })).toMatchObject({ answer: 'My sister,\nand she agrees.' })
  expect(await db.submission.findUnique({ where: { id } })).toMatchObject({ status: 'submitted', version: 2 })
  const own = await ownEntry(entryKey)
  expect(own?.history.map(({ plainStatus }) => plainStatus)).toStrictEqual(['received', 'needs-info', 'received'])
  expect(own).toMatchObject({ question: null, canAnswer: false })
  expect(await db.auditEvent.count({ where: { subjectId: id, action: 'submission.answered' } })).toBe(1)
})

test('the same answer sent ten times at once is one answer', async () => {
  const { id, entryKey, questionId } = await questioned()

  await Promise.all(Array.from({ length: 10 }, () => answerQuestion({ key: entryKey, questionId, answer: 'Yes.' })))

  expect(await db.submission.findUnique({ where: { id } })).toMatchObject({ status: 'submitted', version: 2 })
  expect(await db.statusChange.count({ where: { submissionId: id, from: 'needs_info' } })).toBe(1)
  expect(await db.auditEvent.count({ where: { subjectId: id, action: 'submission.answered' } })).toBe(1)
})

test('a second, different answer is refused and the first stays', async () => {
  const { entryKey, questionId } = await questioned()
  await answerQuestion({ key: entryKey, questionId, answer: 'Yes.' })

  await expect(answerQuestion({ key: entryKey, questionId, answer: 'No.' })).rejects.toMatchObject({ code: 'question.answered' })

  expect(await db.question.findUnique({ where: { id: questionId } })).toMatchObject({ answer: 'Yes.' })
})

test('an answer after the deadline is refused', async () => {
  const { entryKey, questionId } = await questioned({ deadlineAt: new Date(Date.now() - 1000) })

  await expect(answerQuestion({ key: entryKey, questionId, answer: 'Late.' })).rejects.toMatchObject({ code: 'question.closed' })

  expect(await ownEntry(entryKey)).toMatchObject({ plainStatus: 'needs-info', canAnswer: false })
})

test('nobody answers the question of another entry', async () => {
  const mine = await questioned()
  const { id, questionId } = await questioned()

  await expect(answerQuestion({ key: mine.entryKey, questionId, answer: 'Yes.' })).rejects.toMatchObject({ code: 'entry.missing' })
  await expect(answerQuestion({ key: 'no such key', questionId, answer: 'Yes.' })).rejects.toMatchObject({ code: 'entry.missing' })
  await expect(answerQuestion({ key: mine.entryKey, questionId: "' or 1=1 --", answer: 'Yes.' })).rejects.toMatchObject({
    code: 'entry.missing',
  })

  expect(await db.submission.findUnique({ where: { id } })).toMatchObject({ status: 'needs_info' })
})

test('an answer with nothing in it, or with what cannot be kept, names the field', async () => {
  const { entryKey, questionId } = await questioned()

  await expect(answerQuestion({ key: entryKey, questionId, answer: ' \u200b' })).rejects.toMatchObject({
    code: 'answer.missing',
    field: 'answer',
  })
  await expect(answerQuestion({ key: entryKey, questionId, answer: 'a\0b' })).rejects.toMatchObject({
    code: 'text.forbidden',
    field: 'answer',
  })
})
