import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { assignByHand, assignEntry } from '#lib/review/commands/assign.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { startSession } from '#lib/staff/sessions.ts'
import { appealDecision } from '#lib/submissions/commands/appeal.ts'
import { eraseEntry } from '#lib/submissions/commands/erase.ts'
import { screenSubmission } from '#lib/submissions/commands/screen.ts'
import { makeEligible, makeReviewer } from '#tests/factories/review.ts'
import { invited } from '#tests/factories/staff.ts'
import { sendEntry } from '#tests/factories/submissions.ts'
import { refusalOf } from '#tests/support/refusals.ts'
import { asFormPost } from '#tests/support/request.ts'

// After the request's surroundings, which they look for when they load.
const { default: EntryPage } = await import('#app/staff/submissions/[id]/page.tsx')
const { default: AppealPage } = await import('#app/staff/submissions/[id]/appeal/page.tsx')

async function opens(actor: StaffActor, reference: string, Page: typeof EntryPage | typeof AppealPage = EntryPage): Promise<void> {
  const session = { 'hob-session': (await startSession(actor.id))?.token ?? '' }
  const asked = { params: Promise.resolve({ id: reference }), searchParams: Promise.resolve({}) }
  expect((await asFormPost(session, () => Page(asked))).value).not.toBeNull()
}

const readers = (submissionId: string) => db.assignment.findMany({ where: { submissionId }, select: { reviewerId: true } })

test('who opened an entry while it was screened is not asked to read it, by the clock, by hand or by any way round them', async () => {
  const [seen, other, admin] = [await makeReviewer(), await makeReviewer(), await invited('admin')]
  const { id, reference } = await makeEligible({ status: 'submitted' })
  await opens(seen, reference)
  await opens(seen, reference)
  await opens(admin, reference)
  await db.submission.update({ where: { id }, data: { status: 'eligible' } })

  expect(await assignEntry(id)).toBe(1)
  expect(await readers(id)).toEqual([{ reviewerId: other.id }])
  for (const reviewerId of [seen.id, admin.id]) expect(await refusalOf(assignByHand(admin, { reference, reviewerId }))).toBe('assign.knows')
  const past = { id: crypto.randomUUID(), submissionId: id, reviewerId: seen.id, stage: 2, position: 1, assignedAt: new Date() }
  await expect(db.assignment.create({ data: past })).rejects.toThrow(/assignment_blind|knows entry/)
})

test('who opens an entry that is read blind by then sees nothing of it, and may still read it', async () => {
  await db.staffUser.updateMany({ where: { removedAt: null, role: 'reviewer' }, data: { removedAt: new Date() } })
  const reviewer = await makeReviewer()
  const { id, reference } = await makeEligible()
  await opens(reviewer, reference)

  expect(await assignEntry(id)).toBe(1)
  expect(await readers(id)).toEqual([{ reviewerId: reviewer.id }])
})

test('whoever opens the appeal about an entry has seen it as well', async () => {
  const [screener, looks] = [await invited('reviewer'), await invited('reviewer')]
  const { id, reference, entryKey } = await sendEntry()
  const checklist = { linkOpens: true, hashtag: false, insideWindow: true, noSafetyWorry: true }
  await screenSubmission(screener, { outcome: 'ineligible', rule: 'no-hashtag', version: 1, note: null, checklist, reference })
  await appealDecision({ key: entryKey, text: 'The hashtag stands in the picture.' })
  const knows = async () =>
    (await db.$queryRaw<{ knows: boolean }[]>`select knows_entry(${id}::uuid, ${looks.id}::uuid) as knows`)[0]?.knows

  expect(await knows()).toBe(false)
  await opens(looks, reference, AppealPage)
  expect(await knows()).toBe(true)
})

test('who opened an entry is forgotten with it, and opening what is left of it is not noted', async () => {
  const [reviewer, admin] = [await invited('reviewer'), await invited('admin')]
  const { id, reference, entryKey } = await sendEntry()
  const noted = () => db.seenEntry.count({ where: { submissionId: id } })
  await opens(reviewer, reference)
  expect(await noted()).toBe(1)

  await eraseEntry(entryKey)
  expect(await noted()).toBe(0)
  await opens(admin, reference)
  expect(await noted()).toBe(0)
})
