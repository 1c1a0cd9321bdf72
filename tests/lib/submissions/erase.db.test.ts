import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { deliverMail } from '#lib/mail/deliver.ts'
import { removeLetterFiles } from '#lib/mail/forget.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import { mailByCode } from '#lib/mail/queries.ts'
import type { Envelope } from '#lib/mail/transport.ts'
import { answerQuestion } from '#lib/submissions/commands/answer.ts'
import { appealDecision } from '#lib/submissions/commands/appeal.ts'
import { changePermission } from '#lib/submissions/commands/change-permission.ts'
import { eraseEntry } from '#lib/submissions/commands/erase.ts'
import { findTwins } from '#lib/submissions/commands/find-twins.ts'
import { mailEntryLink } from '#lib/submissions/commands/mail-link.ts'
import { screenSubmission } from '#lib/submissions/commands/screen.ts'
import { withdrawEntry } from '#lib/submissions/commands/withdraw.ts'
import { draftOf } from '#lib/submissions/draft.ts'
import { everythingHeld } from '#lib/submissions/held.ts'
import { ownEntry, receiptOf } from '#lib/submissions/queries.ts'
import { decideAppeal } from '#lib/submissions/staff/decide-appeal.ts'
import { markSpam } from '#lib/submissions/staff/mark-spam.ts'
import { invited } from '#tests/factories/staff.ts'
import { samplePostUrl, sendEntry } from '#tests/factories/submissions.ts'
import { placesWith } from '#tests/support/places.ts'

const data = await mkdtemp(path.join(tmpdir(), 'hob-erase-'))
process.env.DATA_DIR = data
const outbox = path.join(data, 'outbox')
afterAll(() => rm(data, { recursive: true, force: true }))

const checklist = { linkOpens: true, hashtag: true, insideWindow: true, noSafetyWorry: true }
const post = samplePostUrl()
const postId = /\d+$/.exec(post)?.[0] ?? ''

/** Words that stand nowhere but in what one person told us, or staff wrote about them. */
const told = {
  name: 'Quillamine Zephyrfold',
  mail: 'quillamine.zephyrfold@example.org',
  mailbox: 'quillaminezephyrfold@example.org',
  story: 'marmalade-observatory',
  words: 'turnip-lighthouse',
  phrase: 'cobalt heron teapot',
  needs: 'pomegranate-corridor',
  answer: 'walnut-semaphore',
  question: 'saffron-glacier',
  note: 'thimble-monsoon',
  appeal: 'juniper-carousel',
  reason: 'lantern-archipelago',
  title: 'velvet-turbine',
} as const

const overrides = {
  share: { country: 'TV' },
  post: { postUrl: post, postText: `My post, ${told.words}. #HumansOfBinance` },
  story: { story: `A sample story about a ${told.story}. ${'It goes on and on. '.repeat(6)}End.`, storyLanguage: 'is' },
  you: { displayName: told.name, email: told.mail, phrase: told.phrase, needs: told.needs },
} as const

async function filesWith(words: readonly string[]): Promise<string[]> {
  const files = await readdir(outbox).catch(() => [])
  const texts = await Promise.all(files.map(async (file) => [file, await readFile(path.join(outbox, file), 'utf8')] as const))
  return texts.filter(([, text]) => words.some((word) => text.toLowerCase().includes(word.toLowerCase()))).map(([file]) => file)
}

async function deliverAll(): Promise<void> {
  for (const { id } of await db.mail.findMany({ where: { state: 'queued' }, select: { id: true } })) await deliverMail(id)
}

/** What the worker does after an erasure. */
async function removeFiles(): Promise<void> {
  const jobs = await db.$queryRaw<{ payload: { mailIds: string[] } }[]>`
    select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'mail.remove-files'`
  for (const { payload } of jobs) await removeLetterFiles(payload.mailIds)
}

/** An entry with something of everything that can hang on one. */
async function fullEntry() {
  const [screener, other] = [await invited('reviewer'), await invited('reviewer')]
  const entry = await sendEntry(overrides)
  const { id, reference, entryKey } = entry
  await markSpam(other, { reference })
  const asked = { outcome: 'question', question: `Why the ${told.question}?`, deadlineAt: new Date(Date.now() + 86_400_000) } as const
  await screenSubmission(screener, { ...asked, version: 1, note: told.note, checklist, reference })
  const { id: questionId } = await db.question.findFirstOrThrow({ where: { submissionId: id } })
  await answerQuestion({ key: entryKey, questionId, answer: `Because of the ${told.answer}.` })
  await screenSubmission(screener, { outcome: 'ineligible', rule: 'no-hashtag', version: 3, note: told.note, checklist, reference })
  await appealDecision({ key: entryKey, text: `Look again at the ${told.appeal}.` })
  const { id: appealId } = await db.appeal.findUniqueOrThrow({ where: { submissionId: id } })
  await decideAppeal(other, { appealId, version: 5, outcome: 'rejected', reason: `There is no ${told.reason}.` })
  await changePermission({ key: entryKey, purpose: 'news', answer: 'yes', locale: 'en' })
  const found = { outcome: 'found-with-hashtag', title: told.title, author: told.name, resolvedKey: `x:${postId}`, resolvedUrl: post }
  await db.postCheck.create({ data: { id: newId(), submissionId: id, at: new Date(), ...found } })
  await findTwins(id)
  await mailEntryLink(told.mail)
  return entry
}

test('after erasing, no table and no file holds a word of the person, and the skeleton stays', async () => {
  const { id, entryKey, token, reference } = await fullEntry()
  await deliverAll()
  await mailEntryLink(told.mail)
  const words = [...Object.values(told), postId]
  for (const word of words) expect([word, (await placesWith([word])).length > 0]).toEqual([word, true])
  expect((await filesWith(words)).length).toBeGreaterThan(4)
  const code = (await db.mail.findFirstOrThrow({ where: { submissionId: id, kind: 'receipt' } })).code

  await eraseEntry(entryKey)
  const sent: Envelope[] = []
  const { id: lastId } = await db.mail.findFirstOrThrow({ where: { submissionId: id, kind: 'erased' } })
  await deliverMail(lastId, { hand: async (envelope) => void sent.push(envelope) })
  await removeFiles()

  expect(await placesWith(words)).toEqual([])
  expect(await filesWith(words)).toEqual([])
  expect(sent).toMatchObject([{ to: told.mail, subject: expect.stringContaining(reference), text: expect.stringContaining(told.phrase) }])
  expect(
    await db.submission.findUnique({ where: { id }, include: { survey: true, consents: true, keys: true, questions: true } }),
  ).toMatchObject({
    ...{
      reference,
      status: 'erased',
      country: 'ZZ',
      story: '',
      email: '',
      draftId: null,
      survey: null,
      consents: [],
      keys: [],
      questions: [],
    },
  })
  const history = await db.statusChange.findMany({ where: { submissionId: id }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  expect(history.map(({ to }) => to)).toEqual(['submitted', 'needs_info', 'submitted', 'ineligible', 'erased'])
  expect(await db.auditEvent.count({ where: { subjectId: id, action: 'submission.erased' } })).toBe(1)
  expect([await ownEntry(entryKey), await everythingHeld(entryKey), await receiptOf(token), await draftOf(token)]).toEqual([
    null,
    null,
    null,
    null,
  ])
  expect(await mailByCode(code)).toMatchObject({ kind: 'receipt', reference })
})

test('erasing ten times at once erases once, with one last letter', async () => {
  const { id, entryKey } = await sendEntry()

  await Promise.all(Array.from({ length: 10 }, () => eraseEntry(entryKey)))
  await eraseEntry(entryKey)

  expect(await db.mail.findMany({ where: { submissionId: id }, select: { kind: true } })).toEqual([{ kind: 'erased' }])
  expect(await db.statusChange.count({ where: { submissionId: id, to: 'erased' } })).toBe(1)
})

test('a letter that was on its way while its entry was erased leaves no file', async () => {
  const { id, entryKey } = await sendEntry({ you: { email: 'on-its-way@example.org' } })
  const { id: mailId } = await db.mail.findFirstOrThrow({ where: { submissionId: id, kind: 'receipt' } })
  const { handOver } = await import('#lib/mail/transport.ts')

  await deliverMail(mailId, {
    hand: async (envelope) => {
      await eraseEntry(entryKey)
      await removeFiles()
      await handOver(envelope)
    },
  })

  expect(await filesWith(['on-its-way@example.org'])).toEqual([])
})

test('the last letter leaves nothing, whether it is sent or given up', async () => {
  const [sent, lost] = [
    await sendEntry({ you: { email: 'last-one@example.org' } }),
    await sendEntry({ you: { email: 'last-two@example.org' } }),
  ]
  const last = async ({ id }: { id: string }) => db.mail.findFirstOrThrow({ where: { submissionId: id, kind: 'erased' } })
  for (const { entryKey } of [sent, lost]) await eraseEntry(entryKey)
  const hand = () => Promise.reject(new Error('550 no last-two@example.org here'))

  await deliverMail((await last(sent)).id)
  await expect(deliverMail((await last(lost)).id, { hand, lastTry: true })).rejects.toThrow()

  expect(await last(sent)).toMatchObject({ state: 'sent', recipient: '', text: '' })
  expect(await last(lost)).toMatchObject({ state: 'failed', recipient: '', text: '', lastError: null })
  expect(await placesWith(['last-one@', 'last-two@'])).toEqual([])
  expect(await filesWith(['last-one@', 'last-two@'])).toEqual([])
})

test('a letter about no entry goes with the address, another entry of the person stays', async () => {
  const email = 'two-entries@example.org'
  const [first, second] = [await sendEntry({ you: { email } }), await sendEntry({ you: { email } })]
  await deliverAll()
  const unbound = {
    ...{ id: newId(), kind: 'continue', recipient: email, locale: 'en', subject: 's', text: 't', html: 'h', code: newId() },
    createdAt: new Date(),
  }
  await db.mail.create({ data: { ...unbound, state: 'sent', sentAt: new Date() } })

  await eraseEntry(first.entryKey)

  expect(await db.mail.findUnique({ where: { id: unbound.id } })).toMatchObject({ recipient: '', text: '' })
  expect(await ownEntry(second.entryKey)).toMatchObject({ plainStatus: 'received', maskedEmail: 't…@example.org' })
  expect(await db.mail.findFirst({ where: { submissionId: second.id } })).toMatchObject({ recipient: email })
})

test('a letter to the address that waits goes with its job, one that staff or another matter needs stays', async () => {
  const email = 'waits-unsent@example.org'
  const { entryKey } = await sendEntry({ you: { email } })
  const url = 'http://localhost:3000/share/continue/x'
  const [link, answer, invite] = await db.$transaction(async (tx) => [
    await queueMail(tx, { kind: 'continue', to: email, locale: 'en', values: { url, phrase: null, until: 'then' } }),
    await queueMail(tx, { kind: 'history-answer', to: email, locale: 'en', values: { said: 'Said.', answer: 'Answered.', url } }),
    await queueMail(tx, { kind: 'staff-sign-in', to: email, locale: 'en', values: { url } }),
  ])
  await db.mail.update({ where: { id: invite?.id ?? '' }, data: { kind: 'staff-invite', state: 'failed' } })

  await eraseEntry(entryKey)

  const left = await db.mail.findMany({ where: { recipient: email, kind: { not: 'erased' } }, orderBy: { kind: 'asc' } })
  expect(left.map(({ id, kind }) => ({ id, kind }))).toEqual([
    { id: answer?.id, kind: 'history-answer' },
    { id: invite?.id, kind: 'staff-invite' },
  ])
  expect(await db.$queryRaw`select from graphile_worker.jobs where key = ${`mail:${link?.id}`}`).toEqual([])
})

test('a withdrawn entry can be erased, and an unknown link erases nothing', async () => {
  const [{ entryKey, id }, other] = [await sendEntry(), await sendEntry()]
  await withdrawEntry(entryKey)

  await eraseEntry(entryKey)
  await eraseEntry('no such key')

  expect(await db.submission.findUnique({ where: { id } })).toMatchObject({ status: 'erased' })
  expect(await ownEntry(other.entryKey)).toMatchObject({ plainStatus: 'received' })
})

test('when the last letter cannot be kept, nothing is erased', async () => {
  const { id, entryKey } = await sendEntry()
  await db.submission.update({ where: { id }, data: { email: 'two@example.org,people@example.org' } })

  await expect(eraseEntry(entryKey)).rejects.toThrow(/mail_header/)

  expect(await ownEntry(entryKey)).toMatchObject({ plainStatus: 'received', displayName: 'Sample storyteller' })
})

test('every table that hangs on an entry is known to the erasure', async () => {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select distinct conrelid::regclass::text as name from pg_constraint where contype = 'f' and confrelid = 'submission'::regclass order by 1`

  expect(tables.map(({ name }) => name)).toEqual([
    ...[
      'appeal',
      'assignment',
      'award',
      'blind_copy',
      'consent_event',
      'decision',
      'disqualification',
      'entry_key',
      'entry_line',
      'entry_print',
      'entry_signals',
    ],
    ...[
      'entry_words',
      'film',
      'known_entry',
      'mail',
      'post_check',
      'question',
      'review',
      'safety_flag',
      'screening',
      'seen_entry',
      'spam_mark',
    ],
    ...['status_change', 'survey_answers', 'twin'],
  ])
})
