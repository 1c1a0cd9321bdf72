import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { appealDecision } from '#lib/submissions/commands/appeal.ts'
import { screenSubmission } from '#lib/submissions/commands/screen.ts'
import { ownEntry } from '#lib/submissions/queries.ts'
import { appealForStaff, openAppeals } from '#lib/submissions/staff/appeals.ts'
import { decideAppeal } from '#lib/submissions/staff/decide-appeal.ts'
import { invited } from '#tests/factories/staff.ts'
import { samplePostUrl, sendEntry } from '#tests/factories/submissions.ts'
import { refusalOf } from '#tests/support/refusals.ts'

const day = 86_400_000
const checklist = { linkOpens: true, hashtag: false, insideWindow: true, noSafetyWorry: true }
const text = 'The hashtag stands in the picture of my post.'
const reason = 'The hashtag is in the picture: that counts.'

/** An entry that `screener` found not eligible. */
async function ineligible(screener: StaffActor, overrides: Parameters<typeof sendEntry>[0] = {}) {
  const entry = await sendEntry(overrides)
  const { reference } = entry
  await screenSubmission(screener, { outcome: 'ineligible', rule: 'no-hashtag', version: 1, note: 'private', checklist, reference })
  return entry
}

/** The same, with an appeal that waits. */
async function appealed(screener: StaffActor, overrides: Parameters<typeof sendEntry>[0] = {}) {
  const entry = await ineligible(screener, overrides)
  await appealDecision({ key: entry.entryKey, text })
  const { id: appealId } = await db.appeal.findUniqueOrThrow({ where: { submissionId: entry.id } })
  return { ...entry, appealId }
}

function letters(submissionId: string, kind: string) {
  return db.mail.findMany({ where: { submissionId, kind }, select: { recipient: true, text: true, locale: true } })
}

test('an entry that is not eligible can be appealed, and staff see the appeal', async () => {
  const [screener, other] = [await invited('reviewer'), await invited('reviewer')]
  const { id, entryKey, reference } = await ineligible(screener, { you: { phrase: 'green door' } })
  expect((await ownEntry(entryKey))?.appealUntil?.getTime()).toBeGreaterThan(Date.now() + 13 * day)

  await appealDecision({ key: entryKey, text: `  ${text}\r\n` })

  const own = await ownEntry(entryKey)
  expect(own).toMatchObject({ plainStatus: 'ineligible', appealUntil: null, appeal: { text, decided: null } })
  expect(await letters(id, 'appeal-received')).toMatchObject([
    { recipient: 'sample@example.org', text: expect.stringContaining('green door') },
  ])
  expect(await db.auditEvent.count({ where: { subjectId: id, action: 'appeal.received' } })).toBe(1)
  expect(await appealForStaff(screener, id)).toMatchObject({ text, version: 3, decided: null, canDecide: false })
  expect(await appealForStaff(other, id)).toMatchObject({ canDecide: true })
  expect((await openAppeals(other)).map((open) => open.reference)).toContain(reference)
})

test('an appeal that is upheld brings the entry back to staff, and its storyteller is told why', async () => {
  const [screener, other] = [await invited('reviewer'), await invited('admin')]
  const { id, entryKey, appealId, reference } = await appealed(screener, { you: { mailLanguage: 'es' } })

  await decideAppeal(other, { appealId, version: 3, outcome: 'upheld', reason })

  expect(await db.submission.findUnique({ where: { id } })).toMatchObject({ status: 'submitted', version: 4 })
  expect(await db.statusChange.findFirst({ where: { submissionId: id }, orderBy: [{ at: 'desc' }, { id: 'desc' }] })).toMatchObject({
    ...{ from: 'ineligible', to: 'submitted', staffId: other.id },
  })
  const own = await ownEntry(entryKey)
  expect(own).toMatchObject({ plainStatus: 'received', ineligible: null, appeal: { decided: { upheld: true, reason } } })
  expect(await letters(id, 'appeal-decided')).toMatchObject([{ locale: 'es', text: expect.stringContaining(reason) }])
  expect(await db.auditEvent.count({ where: { subjectId: id, action: 'appeal.upheld', actorId: other.id } })).toBe(1)
  expect((await openAppeals(other)).map((open) => open.reference)).not.toContain(reference)
})

test('an appeal that is rejected leaves the entry as it was, and cannot be made again', async () => {
  const [screener, other] = [await invited('reviewer'), await invited('reviewer')]
  const { id, entryKey, appealId } = await appealed(screener)

  await decideAppeal(other, { appealId, version: 3, outcome: 'rejected', reason: 'The picture is not public.' })

  const own = await ownEntry(entryKey)
  expect(own).toMatchObject({ plainStatus: 'ineligible', appealUntil: null, appeal: { decided: { upheld: false } } })
  expect(own?.history.map(({ plainStatus }) => plainStatus)).toEqual(['received', 'ineligible'])
  expect(await letters(id, 'appeal-decided')).toMatchObject([{ text: expect.stringContaining('The picture is not public.') }])
  expect(await refusalOf(appealDecision({ key: entryKey, text: `${text} Once more.` }))).toBe('appeal.already')
})

test('whoever found the entry not eligible cannot decide, nor an editor, nor anybody twice or about an unknown appeal', async () => {
  const [screener, editor, other] = [await invited('admin'), await invited('editor'), await invited('reviewer')]
  const { appealId } = await appealed(screener)
  const verdict = { appealId, version: 3, outcome: 'upheld', reason } as const

  expect(await refusalOf(decideAppeal(screener, verdict))).toBe('appeal.own-decision')
  expect(await refusalOf(decideAppeal(editor, verdict))).toBe('staff.forbidden')
  expect(await refusalOf(decideAppeal(other, { ...verdict, version: 2 }))).toBe('submission.changed')
  expect(await refusalOf(decideAppeal(other, { ...verdict, appealId: '00000000-0000-7000-8000-000000000000' }))).toBe('appeal.unknown')
  expect(await db.appeal.findUnique({ where: { id: appealId } })).toMatchObject({ outcome: null, decidedAt: null })
  await decideAppeal(other, verdict)
  expect(await refusalOf(decideAppeal(other, { ...verdict, outcome: 'rejected', version: 4 }))).toBe('appeal.decided')
})

test('of two people deciding at the same moment one decides', async () => {
  const [screener, one, other] = [await invited('reviewer'), await invited('reviewer'), await invited('admin')]
  for (let round = 0; round < 5; round += 1) {
    const { id, appealId } = await appealed(screener)

    const outcomes = await Promise.allSettled([
      decideAppeal(one, { appealId, version: 3, outcome: 'upheld', reason }),
      decideAppeal(other, { appealId, version: 3, outcome: 'rejected', reason }),
    ])

    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await letters(id, 'appeal-decided')).toHaveLength(1)
  }
})

test('an entry whose post is in another entry by now cannot be taken up again', async () => {
  const [screener, other] = [await invited('reviewer'), await invited('reviewer')]
  const post = { postUrl: samplePostUrl() }
  const { id, appealId } = await appealed(screener, { post })
  await sendEntry({ post, you: { email: 'other@example.org' } })

  expect(await refusalOf(decideAppeal(other, { appealId, version: 3, outcome: 'upheld', reason }))).toBe('appeal.post-taken')

  expect(await db.appeal.findUnique({ where: { id: appealId } })).toMatchObject({ outcome: null })
  expect(await letters(id, 'appeal-decided')).toEqual([])
})

test('a question that was never answered does not stand in the way of a new one', async () => {
  const [screener, other] = [await invited('reviewer'), await invited('reviewer')]
  const { reference, entryKey, id } = await sendEntry()
  const asked = { outcome: 'question', question: 'Who?', deadlineAt: new Date(Date.now() + day), note: null, checklist, reference } as const
  await screenSubmission(screener, { ...asked, version: 1 })
  await screenSubmission(screener, { outcome: 'ineligible', rule: 'no-reply', version: 2, note: null, checklist, reference })
  await appealDecision({ key: entryKey, text })
  const { id: appealId } = await db.appeal.findUniqueOrThrow({ where: { submissionId: id } })
  await decideAppeal(other, { appealId, version: 4, outcome: 'upheld', reason })

  await screenSubmission(other, { ...asked, question: 'And when?', version: 5 })

  expect(await ownEntry(entryKey)).toMatchObject({ canAnswer: true, question: { body: 'And when?' } })
})

test('only within 14 days, only a decision against an entry, and only words that can be kept', async () => {
  const screener = await invited('reviewer')
  const [late, fresh] = [await ineligible(screener), await sendEntry()]
  await db.submission.update({ where: { id: late.id }, data: { statusAt: new Date(Date.now() - 14 * day) } })

  expect((await ownEntry(late.entryKey))?.appealUntil).toBeNull()
  expect(await refusalOf(appealDecision({ key: late.entryKey, text }))).toBe('appeal.too-late')
  expect(await refusalOf(appealDecision({ key: fresh.entryKey, text }))).toBe('appeal.not-possible')
  expect(await refusalOf(appealDecision({ key: 'no such key', text }))).toBe('entry.missing')
  expect(await refusalOf(appealDecision({ key: late.entryKey, text: 'x'.repeat(19) }))).toBe('appeal.too-short')
  expect(await refusalOf(appealDecision({ key: late.entryKey, text: 'x'.repeat(2001) }))).toBe('appeal.too-long')
  expect(await refusalOf(appealDecision({ key: late.entryKey, text: ' \u200b ' }))).toBe('appeal.missing')
  expect(await refusalOf(appealDecision({ key: late.entryKey, text: `${text}\u0000` }))).toBe('text.forbidden')
  expect(await db.appeal.count({ where: { submissionId: { in: [late.id, fresh.id] } } })).toBe(0)
})

test('the same appeal sent ten times at once is one appeal with one letter', async () => {
  const { id, entryKey } = await ineligible(await invited('reviewer'))

  await Promise.all(Array.from({ length: 10 }, () => appealDecision({ key: entryKey, text })))

  expect(await db.appeal.count({ where: { submissionId: id } })).toBe(1)
  expect(await letters(id, 'appeal-received')).toHaveLength(1)
})
