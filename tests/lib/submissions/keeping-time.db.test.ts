import { setTimeout as pause } from 'node:timers/promises'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { hashToken } from '#lib/foundation/ids.ts'
import { answerQuestion } from '#lib/submissions/commands/answer.ts'
import { useContinueLink as open } from '#lib/submissions/commands/continue-link.ts'
import { deleteDrafts, warnDrafts } from '#lib/submissions/commands/expire-drafts.ts'
import { closeQuestions, remindQuestions } from '#lib/submissions/commands/follow-questions.ts'
import { screenSubmission } from '#lib/submissions/commands/screen.ts'
import { draftOf, startDraft } from '#lib/submissions/draft.ts'
import { ownEntry, receiptOf } from '#lib/submissions/queries.ts'
import { invited } from '#tests/factories/staff.ts'
import { finishedDraft, openCampaign, sampleAnswers, sendDraft, sendEntry } from '#tests/factories/submissions.ts'

const day = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * day)

beforeEach(async () => {
  await openCampaign()
  await db.draft.deleteMany()
  await db.submission.updateMany({ where: { status: 'needs_info' }, data: { status: 'withdrawn' } })
})

/** A finished draft that ends so many days from now. */
async function draftEnding(days: number, you: Parameters<typeof finishedDraft>[0] = {}): Promise<string> {
  const token = await finishedDraft(you)
  await db.draft.update({ where: { tokenHash: hashToken(token) }, data: { createdAt: inDays(days - 30), expiresAt: inDays(days) } })
  return token
}

/** An entry with a question that was asked and ends so many days from now. */
async function asked(askedIn: number, deadlineIn: number, email: string) {
  const [reviewer, entry] = [await invited('reviewer'), await sendEntry({ you: { email, phrase: 'green door' } })]
  const checklist = { linkOpens: true, hashtag: true, insideWindow: true, noSafetyWorry: true }
  const question = {
    outcome: 'question',
    question: 'Who took the photograph?',
    deadlineAt: inDays(60),
    version: 1,
    note: null,
    checklist,
  } as const
  await screenSubmission(reviewer, { ...question, reference: entry.reference })
  const { id: questionId } = await db.question.findFirstOrThrow({ where: { submissionId: entry.id } })
  await db.question.update({ where: { id: questionId }, data: { askedAt: inDays(askedIn), deadlineAt: inDays(deadlineIn) } })
  return { ...entry, questionId }
}

const letters = (recipient: string, kind: string) => db.mail.findMany({ where: { recipient, kind } })

test('a draft is warned about once, seven days before it ends, with a link that goes on with it', async () => {
  const token = await draftEnding(6.9, { you: { email: 'warned@example.org', mailLanguage: 'es', phrase: 'green door' } })
  await draftEnding(7.1, { you: { email: 'early@example.org' } })

  expect(await warnDrafts()).toBe(1)
  expect(await warnDrafts()).toBe(0)

  expect(await letters('early@example.org', 'draft-expiring')).toEqual([])
  const [letter, ...more] = await letters('warned@example.org', 'draft-expiring')
  expect(more).toEqual([])
  expect(letter?.locale).toBe('es')
  expect(letter?.text).toContain('green door')
  const continued = await open(/\/es\/share\/continue\/(\S+)/.exec(letter?.text ?? '')?.[1] ?? '')
  expect(continued.ok && (await draftOf(continued.token))?.id).toBe((await draftOf(token))?.id)
  const { id } = (await draftOf(token)) ?? { id: '' }
  const record = await db.auditEvent.findMany({ where: { subjectId: id, action: 'draft.warned' } })
  expect(record).toMatchObject([{ actorKind: 'system' }])
})

test('nobody is warned about a draft that is sent, has ended, or knows no address, or once entries are closed', async () => {
  const { token } = await startDraft({ locale: 'en', share: sampleAnswers().share })
  await db.draft.update({ where: { tokenHash: hashToken(token) }, data: { createdAt: inDays(-29), expiresAt: inDays(1) } })
  await draftEnding(-0.1)
  await sendDraft(await draftEnding(3))
  const before = await db.mail.count()

  expect(await warnDrafts()).toBe(0)

  await draftEnding(4)
  const { closesAt, opensAt } = await db.campaign.findFirstOrThrow()
  await db.campaign.updateMany({ data: { opensAt: inDays(-40), closesAt: inDays(-1) } })
  expect(await warnDrafts()).toBe(0)
  await db.campaign.updateMany({ data: { opensAt, closesAt } })
  expect(await db.mail.count()).toBe(before)
  expect(await warnDrafts()).toBe(1)
})

test('two clocks at once warn about each draft once', async () => {
  await Promise.all(Array.from({ length: 5 }, (_, each) => draftEnding(2, { you: { email: `twice-${each}@example.org` } })))
  const [one = 0, other = 0] = await Promise.all([warnDrafts(), warnDrafts()])
  expect(one + other).toBe(5)
  expect(await db.mail.count({ where: { kind: 'draft-expiring', recipient: { startsWith: 'twice-' } } })).toBe(5)
})

test('a draft that cannot be warned about stops no other, and the fault is not swallowed', async () => {
  const bad = await draftEnding(2, { you: { email: 'bad@example.org' } })
  await draftEnding(2, { you: { email: 'good@example.org' } })
  await db.$executeRaw`create function refuse_bad() returns trigger language plpgsql as $$ begin
    if new.recipient = 'bad@example.org' then raise exception 'refused for a test'; end if; return new; end $$`
  await db.$executeRaw`create trigger refuse_bad before insert on mail for each row execute function refuse_bad()`

  await expect(warnDrafts()).rejects.toThrow('1 failed, 1 done')
  await db.$executeRaw`drop trigger refuse_bad on mail`

  expect(await letters('good@example.org', 'draft-expiring')).toHaveLength(1)
  expect(await warnDrafts()).toBe(1)
  expect(await draftOf(bad)).not.toBeNull()
})

test('drafts whose time is over are deleted with their links, and counted in the record', async () => {
  const [over, alive] = [await draftEnding(-1), await draftEnding(1)]
  const sent = await draftEnding(5)
  const { reference } = await sendDraft(sent)
  await db.draft.update({ where: { tokenHash: hashToken(sent) }, data: { expiresAt: inDays(-1) } })

  expect(await deleteDrafts()).toBe(2)
  expect(await deleteDrafts()).toBe(0)

  expect(await draftOf(over)).toBeNull()
  expect(await draftOf(alive)).not.toBeNull()
  expect((await receiptOf(sent))?.reference).toBe(reference)
  const [line] = await db.auditEvent.findMany({ where: { action: 'retention.applied' }, orderBy: { id: 'desc' }, take: 1 })
  expect(line).toMatchObject({ actorKind: 'system', data: { drafts: 2 } })
})

test('a question is reminded of once, half-way to its deadline', async () => {
  await asked(-3, 4, 'soon@example.org')
  await asked(-4, 3, 'half@example.org')

  expect(await remindQuestions()).toBe(1)
  expect(await remindQuestions()).toBe(0)

  expect(await letters('soon@example.org', 'question-reminder')).toEqual([])
  const [letter, ...more] = await letters('half@example.org', 'question-reminder')
  expect(more).toEqual([])
  for (const said of ['Who took the photograph?', 'green door']) expect(letter?.text).toContain(said)
  const key = /\/entry\/(\S+)/.exec(letter?.text ?? '')?.[1] ?? ''
  expect(await ownEntry(key)).toMatchObject({ canAnswer: true })
})

test('nobody is reminded of a question that is answered, over, or of an entry that was withdrawn', async () => {
  const answered = await asked(-4, 3, 'done@example.org')
  await answerQuestion({ key: answered.entryKey, questionId: answered.questionId, answer: 'My sister did.' })
  await asked(-8, -1, 'over@example.org')
  const gone = await asked(-4, 3, 'gone@example.org')
  await db.submission.update({ where: { id: gone.id }, data: { status: 'withdrawn' } })
  expect(await remindQuestions()).toBe(0)
})

test('without an answer by the deadline the clock finds the entry not eligible, once, and says why', async () => {
  const entry = await asked(-8, -0.01, 'silent@example.org')
  const waiting = await asked(-1, 6, 'waiting@example.org')

  expect(await closeQuestions()).toBe(1)
  expect(await closeQuestions()).toBe(0)

  const where = { submissionId: entry.id }
  expect(await ownEntry(entry.entryKey)).toMatchObject({ plainStatus: 'ineligible', ineligible: { rule: 'no-reply' }, question: null })
  expect(await db.submission.findUnique({ where: { id: entry.id } })).toMatchObject({ status: 'ineligible', version: 3 })
  const changes = await db.statusChange.findMany({ where, orderBy: { at: 'desc' }, take: 1 })
  expect(changes).toMatchObject([{ from: 'needs_info', to: 'ineligible', byClock: true, staffId: null }])
  expect(await db.screening.findMany({ where: { ...where, outcome: 'ineligible' } })).toMatchObject([{ rule: 'no-reply', staffId: null }])
  const told = await letters('silent@example.org', 'ineligible')
  expect(told.map(({ text }) => [text.includes('green door'), /\/entry\/[\w-]+\/appeal/.test(text)])).toEqual([[true, true]])
  const record = await db.auditEvent.findMany({ where: { subjectId: entry.id, action: 'submission.found-ineligible' } })
  expect(record).toMatchObject([{ actorKind: 'system', data: { from: 'needs_info', rule: 'no-reply' } }])
  expect(await ownEntry(waiting.entryKey)).toMatchObject({ plainStatus: 'needs-info' })
})

test('an answer that is being written when the clock comes counts, and the clock waits for it', async () => {
  const { id, questionId } = await asked(-8, -0.01, 'race@example.org')
  const { closing } = await db.$transaction(async (tx) => {
    await tx.$queryRaw`select id from submission where id = ${id}::uuid for update`
    await tx.question.update({ where: { id: questionId }, data: { answer: 'My sister did.', answeredAt: inDays(-0.02) } })
    await tx.submission.update({ where: { id }, data: { status: 'submitted' } })
    const closing = closeQuestions()
    closing.catch(() => {})
    await pause(400)
    return { closing }
  })

  expect(await closing).toBe(0)
  expect(await db.submission.findUnique({ where: { id } })).toMatchObject({ status: 'submitted' })
  expect(await db.screening.count({ where: { submissionId: id, rule: 'no-reply' } })).toBe(0)
})

test('an entry that comes back can be asked again', async () => {
  const entry = await asked(-8, -1, 'again@example.org')
  await closeQuestions()
  const { version } = await db.submission.update({ where: { id: entry.id }, data: { status: 'submitted' } })
  const checklist = { linkOpens: true, hashtag: true, insideWindow: true, noSafetyWorry: true }
  const again = { outcome: 'question', question: 'And when?', deadlineAt: inDays(7), version, note: null, checklist } as const

  await screenSubmission(await invited('admin'), { ...again, reference: entry.reference })

  expect((await ownEntry(entry.entryKey))?.question?.body).toBe('And when?')
})
