import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { dateTime } from '#lib/i18n/format.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { answerQuestion } from '#lib/submissions/commands/answer.ts'
import { screenSubmission } from '#lib/submissions/commands/screen.ts'
import { ownEntry } from '#lib/submissions/queries.ts'
import type { Screened } from '#lib/submissions/staff/schema.ts'
import { invited } from '#tests/factories/staff.ts'
import { sendEntry } from '#tests/factories/submissions.ts'

const checklist = { linkOpens: true, hashtag: true, insideWindow: true, noSafetyWorry: true }
const eligible = { outcome: 'eligible', version: 1, note: null, checklist } as const satisfies Screened
const ineligible = { outcome: 'ineligible', rule: 'no-hashtag', version: 1, note: 'Looked twice.', checklist } as const satisfies Screened
const inAWeek = () => new Date(Date.now() + 7 * 86_400_000)

function question(version = 1): Screened {
  return { outcome: 'question', question: 'Who took the photograph?', deadlineAt: inAWeek(), version, note: null, checklist }
}

/** All that a screening can change, to compare before and after. */
async function whole(submissionId: string) {
  const subject = { submissionId }
  const [entry, screenings, questions, changes, mails, keys, record] = await Promise.all([
    db.submission.findUniqueOrThrow({ where: { id: submissionId }, select: { status: true, version: true, statusAt: true } }),
    db.screening.findMany({ where: subject, orderBy: { at: 'asc' } }),
    db.question.findMany({ where: subject }),
    db.statusChange.findMany({ where: subject, orderBy: [{ at: 'asc' }, { id: 'asc' }] }),
    db.mail.findMany({ where: { ...subject, kind: { not: 'receipt' } } }),
    db.entryKey.count({ where: subject }),
    db.auditEvent.findMany({ where: { subjectId: submissionId }, orderBy: { id: 'asc' }, select: { action: true, actorId: true } }),
  ])
  return { entry, screenings, questions, changes, mails, keys, record }
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Refusal) return error.code
  throw new Error(`expected a refusal, got ${error}`)
}

test('an eligible entry goes on to be read, and its storyteller sees it without a mail', async () => {
  const [reviewer, sent] = [await invited('reviewer'), await sendEntry()]

  await screenSubmission(reviewer, { ...eligible, reference: sent.reference })

  const after = await whole(sent.id)
  expect(after.entry).toMatchObject({ status: 'eligible', version: 2 })
  expect(after.screenings).toMatchObject([{ outcome: 'eligible', rule: null, note: null, checklist, staffId: reviewer.id }])
  expect(after.changes.at(-1)).toMatchObject({ from: 'submitted', to: 'eligible', staffId: reviewer.id })
  expect(after.record.at(-1)).toEqual({ action: 'submission.found-eligible', actorId: reviewer.id })
  expect(after.mails).toEqual([])
  expect(await ownEntry(sent.entryKey)).toMatchObject({ plainStatus: 'being-read' })
})

test('an entry that is not eligible tells its storyteller the rule, by mail and on the page, and never the note', async () => {
  const [admin, sent] = [await invited('admin'), await sendEntry({ you: { mailLanguage: 'es', phrase: 'green door' } })]

  await screenSubmission(admin, { ...ineligible, reference: sent.reference })

  const after = await whole(sent.id)
  expect(after.screenings).toMatchObject([{ outcome: 'ineligible', rule: 'no-hashtag', note: 'Looked twice.' }])
  expect(after.record.at(-1)?.action).toBe('submission.found-ineligible')
  expect(after.mails).toMatchObject([{ kind: 'ineligible', recipient: 'sample@example.org', locale: 'es', state: 'queued' }])
  expect(after.mails[0]?.text).toContain('green door')
  expect(after.mails[0]?.text).not.toContain('Looked twice.')
  const until = new Date(after.entry.statusAt.getTime() + 14 * 86_400_000)
  expect(after.mails[0]?.text.replace(/\s+/g, ' ')).toContain(`Puedes reclamar esta decisión hasta el ${dateTime('es', until)}.`)
  expect(after.mails[0]?.text).toMatch(/\/es\/entry\/[\w-]+\/appeal/)
  const own = await ownEntry(sent.entryKey)
  expect(own).toMatchObject({ plainStatus: 'ineligible', ineligible: { rule: 'no-hashtag' } })
  expect(JSON.stringify(own)).not.toContain('Looked twice.')
})

test('an entry found not eligible after its one appeal is told of no other', async () => {
  const [admin, sent] = [await invited('admin'), await sendEntry()]
  await db.appeal.create({
    data: {
      id: newId(),
      submissionId: sent.id,
      text: 'Look again.',
      at: new Date(),
      outcome: 'upheld',
      reason: 'Seen.',
      decidedAt: new Date(),
    },
  })

  await screenSubmission(admin, { ...ineligible, reference: sent.reference })

  expect((await whole(sent.id)).mails[0]?.text).not.toContain('appeal')
})

test('a question reaches the storyteller with its deadline, and the mailed link opens their entry', async () => {
  const [reviewer, sent] = [await invited('reviewer'), await sendEntry()]

  await screenSubmission(reviewer, { ...question(), reference: sent.reference })

  const after = await whole(sent.id)
  expect(after.entry).toMatchObject({ status: 'needs_info', version: 2 })
  expect(after.questions).toMatchObject([{ body: 'Who took the photograph?', answeredAt: null, staffId: reviewer.id }])
  expect(after.mails).toMatchObject([{ kind: 'question', recipient: 'sample@example.org' }])
  const key = /\/entry\/([\w-]+)/.exec(after.mails[0]?.text ?? '')?.[1] ?? ''
  expect(await ownEntry(key)).toMatchObject({ reference: sent.reference, canAnswer: true, question: { body: 'Who took the photograph?' } })
  expect(after.keys).toBe(2)
})

test('once the question is answered the entry can be found eligible', async () => {
  const [reviewer, sent] = [await invited('reviewer'), await sendEntry()]
  await screenSubmission(reviewer, { ...question(), reference: sent.reference })
  const [asked] = (await whole(sent.id)).questions

  const early = screenSubmission(reviewer, { ...eligible, version: 2, reference: sent.reference })
  expect(await refusalOf(early)).toBe('submission.cannot-move')
  await answerQuestion({ key: sent.entryKey, questionId: asked?.id ?? '', answer: 'My sister did.' })
  await screenSubmission(reviewer, { ...eligible, version: 3, reference: sent.reference })

  expect((await whole(sent.id)).entry).toMatchObject({ status: 'eligible', version: 4 })
})

test('what was decided is not turned round: the lifecycle knows no way back', async () => {
  const reviewer = await invited('reviewer')
  const [good, bad] = [await sendEntry(), await sendEntry()]
  await screenSubmission(reviewer, { ...eligible, reference: good.reference })
  await screenSubmission(reviewer, { ...ineligible, reference: bad.reference })
  const before = [await whole(good.id), await whole(bad.id)]

  expect(await refusalOf(screenSubmission(reviewer, { ...ineligible, version: 2, reference: good.reference }))).toBe(
    'submission.cannot-move',
  )
  expect(await refusalOf(screenSubmission(reviewer, { ...eligible, version: 2, reference: bad.reference }))).toBe('submission.cannot-move')
  expect(await refusalOf(screenSubmission(reviewer, { ...question(2), reference: good.reference }))).toBe('submission.cannot-move')

  expect([await whole(good.id), await whole(bad.id)]).toEqual(before)
})

test('a decision about an entry that changed meanwhile is refused and overwrites nothing', async () => {
  const [first, second, sent] = [await invited('reviewer'), await invited('reviewer'), await sendEntry()]
  await screenSubmission(first, { ...question(), reference: sent.reference })
  const before = await whole(sent.id)

  expect(await refusalOf(screenSubmission(second, { ...ineligible, version: 1, reference: sent.reference }))).toBe('submission.changed')

  expect(await whole(sent.id)).toEqual(before)
})

test('of two people deciding at the same moment, one is recorded and the other is told', async () => {
  const people = [await invited('reviewer'), await invited('admin')]
  for (let round = 0; round < 10; round += 1) {
    const sent = await sendEntry()
    const [one, other] = people as [StaffActor, StaffActor]

    const outcomes = await Promise.allSettled([
      screenSubmission(one, { ...eligible, reference: sent.reference }),
      screenSubmission(other, { ...ineligible, reference: sent.reference }),
    ])

    const lost = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(lost.map(({ reason }) => (reason as Refusal).code)).toEqual(['submission.changed'])
    const after = await whole(sent.id)
    expect(after.screenings).toHaveLength(1)
    expect(after.entry).toMatchObject({ status: after.screenings[0]?.outcome, version: 2 })
    expect(after.changes).toHaveLength(2)
    expect(after.mails).toHaveLength(after.entry.status === 'ineligible' ? 1 : 0)
  }
})

test('an editor cannot screen, and an unknown reference is refused; nothing changes', async () => {
  const [editor, reviewer, sent] = [await invited('editor'), await invited('reviewer'), await sendEntry()]
  const before = await whole(sent.id)

  expect(await refusalOf(screenSubmission(editor, { ...eligible, reference: sent.reference }))).toBe('staff.forbidden')
  expect(await refusalOf(screenSubmission(reviewer, { ...eligible, reference: 'HB-2222-2222' }))).toBe('submission.unknown')

  expect(await whole(sent.id)).toEqual(before)
})

test('when the mail cannot be kept, nothing of the decision is', async () => {
  const [reviewer, sent] = [await invited('reviewer'), await sendEntry()]
  await db.submission.update({ where: { id: sent.id }, data: { email: 'two@example.org,people@example.org' } })
  const before = await whole(sent.id)

  await expect(screenSubmission(reviewer, { ...ineligible, reference: sent.reference })).rejects.toThrow(/mail_header/)

  expect(await whole(sent.id)).toEqual(before)
})
