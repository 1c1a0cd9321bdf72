import { expect, test } from 'vitest'
import { currentRules } from '#lib/campaign/queries.ts'
import { db } from '#lib/foundation/db.ts'
import { limits, permitKey } from '#lib/limits/allow.ts'
import { countResults } from '#lib/review/selection/counts.ts'
import { appealDecision } from '#lib/submissions/commands/appeal.ts'
import { receiveSubmission } from '#lib/submissions/commands/receive.ts'
import { screenSubmission } from '#lib/submissions/commands/screen.ts'
import { saveStep, startDraft } from '#lib/submissions/draft.ts'
import { everythingHeld } from '#lib/submissions/held.ts'
import { ownEntry } from '#lib/submissions/queries.ts'
import { steps } from '#lib/submissions/schema.ts'
import type { Signal } from '#lib/submissions/spam.ts'
import { decideAppeal } from '#lib/submissions/staff/decide-appeal.ts'
import { markSpam, unmarkSpam } from '#lib/submissions/staff/mark-spam.ts'
import { spamView } from '#lib/submissions/staff/spam-mark.ts'
import { invited } from '#tests/factories/staff.ts'
import { openCampaign, sampleAnswers, sendEntry } from '#tests/factories/submissions.ts'
import { refusalOf } from '#tests/support/refusals.ts'

type Heard = Readonly<{
  atStart?: readonly Signal[]
  inStory?: readonly Signal[]
  atSending?: readonly Signal[]
  email?: string
  client?: string
}>

/** An entry that somebody took an hour for, with what was noticed on its way. */
async function entryWith({ atStart = [], inStory = [], atSending = [], email, client }: Heard) {
  await openCampaign()
  const answers = sampleAnswers(email ? { you: { email } } : {})
  const { token } = await startDraft({ locale: 'en', share: answers.share, signals: atStart })
  for (const step of steps.slice(1)) await saveStep(token, step, answers[step], step === 'story' ? inStory : [])
  await db.$executeRaw`update draft set created_at = created_at - interval '1 hour' where not exists (select from submission s where s.draft_id = draft.id)`
  const { hash } = await currentRules('en')
  const arrival = { client: client ?? crypto.randomUUID(), signals: atSending }
  const sent = await receiveSubmission({ token, locale: 'en', idempotencyKey: token, rulesHash: hash, arrival })
  const { id } = await db.submission.findUniqueOrThrow({ where: { reference: sent.reference }, select: { id: true } })
  return { ...sent, id, token }
}

const heardOf = (submissionId: string) => db.entrySignals.findUnique({ where: { submissionId }, select: { signals: true, score: true } })

test('somebody without scripts at a human pace leaves no signal at all', async () => {
  const { id } = await entryWith({})

  expect(await heardOf(id)).toBeNull()
  expect(await db.spamMark.count({ where: { submissionId: id } })).toBe(0)
})

test('a filled trap gets the usual receipt, status and mail, and stands apart for staff', async () => {
  const { id, entryKey, reference } = await entryWith({ inStory: ['trap'], atSending: ['too-fast'] })

  expect(await ownEntry(entryKey)).toMatchObject({ reference, plainStatus: 'received', status: 'submitted' })
  expect(await db.mail.findMany({ where: { submissionId: id }, select: { kind: true } })).toEqual([{ kind: 'receipt' }])
  expect(await db.spamMark.findUnique({ where: { submissionId: id } })).toMatchObject({
    signals: ['trap', 'too-fast'],
    score: 6,
    markedById: null,
    undoneAt: null,
  })
})

test('nothing a storyteller can see or download says that an entry stands apart', async () => {
  const { entryKey } = await entryWith({ atStart: ['trap'] })

  const shown = JSON.stringify([await ownEntry(entryKey), await everythingHeld(entryKey)])

  expect(shown).not.toMatch(/spam|trap|signal/i)
})

test('what was noticed on any step is kept once, and one small thing sets nothing apart', async () => {
  const { id } = await entryWith({ atStart: ['no-age'], inStory: ['no-age', 'too-fast'], atSending: ['too-fast'] })

  expect(await heardOf(id)).toEqual({ signals: ['no-age', 'too-fast'], score: 3 })
  expect(await db.spamMark.count({ where: { submissionId: id } })).toBe(0)
})

test('the thirty-first entry of a network within an hour is noticed and received', async () => {
  const client = '198.51.100.9'
  for (let n = 0; n < 30; n += 1) await entryWith({ client, email: `school-${n}@example.org` })
  const { id, reference } = await entryWith({ client, email: 'school-30@example.org' })

  expect(reference).toMatch(/^HB-/)
  expect(await heardOf(id)).toEqual({ signals: ['network-burst'], score: 1 })
})

test('many entries with one mailbox, however spelled, are noticed', async () => {
  for (let n = 0; n < 5; n += 1) await entryWith({ email: `one.box+${n}@example.org` })
  const { id } = await entryWith({ email: 'OneBox@example.org' })

  expect(await heardOf(id)).toEqual({ signals: ['mail-burst'], score: 1 })
})

test('far too many entries with one mailbox are refused with the seconds to wait, and the draft stays', async () => {
  const key = permitKey(limits.sendByMail, 'fartoomany@example.org')
  await db.$executeRaw`insert into rate_limit (key, slot, hits) values (${key}, floor(extract(epoch from clock_timestamp()) / 86400)::bigint, 120)`
  const refused = entryWith({ email: 'Far.too.many@example.org' })

  await expect(refused).rejects.toMatchObject({ code: 'limit.reached', values: { seconds: expect.any(Number) } })
  expect(await db.draft.count({ where: { answers: { path: ['you', 'email'], equals: 'Far.too.many@example.org' } } })).toBe(1)
})

test('staff take an entry out of the lane once and put it back once, and the record tells both', async () => {
  const reviewer = await invited('reviewer')
  const { id, reference } = await entryWith({ atStart: ['trap'] })

  const undone = await Promise.allSettled(Array.from({ length: 5 }, () => unmarkSpam(reviewer, { reference })))
  expect(undone.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await spamView(reviewer, id)).toMatchObject({ marked: null, undone: { by: 'Sample reviewer' }, signals: ['trap'] })

  const marked = await Promise.allSettled(Array.from({ length: 5 }, () => markSpam(reviewer, { reference })))
  expect(marked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await spamView(reviewer, id)).toMatchObject({ marked: { by: 'Sample reviewer' }, undone: null, signals: ['trap'] })

  const told = await db.auditEvent.findMany({ where: { subjectId: id, actorKind: 'staff' }, orderBy: { id: 'asc' } })
  expect(told.map(({ action, actorId }) => [action, actorId])).toEqual([
    ['submission.unmarked-spam', reviewer.id],
    ['submission.marked-spam', reviewer.id],
  ])
})

test('an entry nobody noticed can be put into the lane, and keeps its status', async () => {
  const [reviewer, { id, reference, entryKey }] = [await invited('reviewer'), await sendEntry()]

  await markSpam(reviewer, { reference })

  expect(await db.spamMark.findUnique({ where: { submissionId: id } })).toMatchObject({ markedById: reviewer.id, undoneAt: null })
  expect(await ownEntry(entryKey)).toMatchObject({ plainStatus: 'received' })
})

test('who may not screen moves nothing, and what is not there is refused', async () => {
  const [editor, reviewer, { reference }] = [await invited('editor'), await invited('reviewer'), await sendEntry()]

  expect(await refusalOf(markSpam(editor, { reference }))).toBe('staff.forbidden')
  expect(await refusalOf(unmarkSpam(editor, { reference }))).toBe('staff.forbidden')
  expect(await refusalOf(unmarkSpam(reviewer, { reference }))).toBe('spam.not-marked')
  expect(await refusalOf(markSpam(reviewer, { reference: 'HB-2222-2222' }))).toBe('submission.unknown')
})

const checklist = { linkOpens: true, hashtag: true, insideWindow: true, noSafetyWorry: true }
const isMarked = async (submissionId: string) => (await db.spamMark.findUnique({ where: { submissionId } }))?.undoneAt === null

test('what somebody finds eligible, asks about or takes up again leaves the lane; what they find not eligible stays', async () => {
  const [reviewer, other] = [await invited('reviewer'), await invited('reviewer')]
  const [eligible, asked, refused] = [
    await entryWith({ atStart: ['trap'] }),
    await entryWith({ atStart: ['trap'] }),
    await entryWith({ atStart: ['trap'] }),
  ]
  const look = { version: 1, note: null, checklist }
  const received = (await countResults()).received

  await screenSubmission(reviewer, { ...look, outcome: 'eligible', reference: eligible.reference })
  const question = { outcome: 'question', question: 'When was it?', deadlineAt: new Date(Date.now() + 172_800_000) } as const
  await screenSubmission(reviewer, { ...look, ...question, reference: asked.reference })
  await screenSubmission(reviewer, { ...look, outcome: 'ineligible', rule: 'no-hashtag', reference: refused.reference })
  expect(await Promise.all([eligible, asked, refused].map(({ id }) => isMarked(id)))).toEqual([false, false, true])
  const told = await db.auditEvent.findMany({ where: { subjectId: eligible.id, actorKind: 'staff' }, orderBy: { id: 'asc' } })
  expect(told.map(({ action }) => action)).toEqual(['submission.unmarked-spam', 'submission.found-eligible'])

  await appealDecision({ key: refused.entryKey, text: 'The hashtag stands in the picture.' })
  const appeal = await db.appeal.findUniqueOrThrow({ where: { submissionId: refused.id } })
  await decideAppeal(other, { appealId: appeal.id, version: 3, outcome: 'upheld', reason: 'It does.' })
  expect(await isMarked(refused.id)).toBe(false)
  expect((await countResults()).received).toBe(received + 3)
})

test('an entry that somebody found eligible meanwhile is set apart no more, and one that was counts all the same', async () => {
  const [reviewer, { id, reference }] = [await invited('reviewer'), await sendEntry()]
  await screenSubmission(reviewer, { version: 1, note: null, checklist, outcome: 'eligible', reference })
  const before = await countResults()

  expect(await refusalOf(markSpam(reviewer, { reference }))).toBe('spam.moved')
  expect(await isMarked(id)).toBe(false)
  await db.spamMark.create({ data: { submissionId: id, score: 9, signals: ['trap'], at: new Date() } })
  expect(await countResults()).toEqual(before)
})

test('an appeal that is none is refused', async () => {
  const verdict = { version: 1, outcome: 'upheld', reason: 'It does.' } as const
  expect(await refusalOf(decideAppeal(await invited('reviewer'), { appealId: '', ...verdict }))).toBe('appeal.unknown')
})
