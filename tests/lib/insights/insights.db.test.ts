import { beforeAll, expect, test } from 'vitest'
import { campaignId } from '#lib/campaign/schema.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { insights } from '#lib/insights/queries.ts'
import { waitingTasks } from '#lib/insights/today.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { countStep } from '#lib/submissions/funnel.ts'
import { makeManyEligible, makeManyReviews, makeReviewer } from '#tests/factories/review.ts'
import { invited } from '#tests/factories/staff.ts'
import { openCampaign } from '#tests/factories/submissions.ts'

let [admin, reviewer, editor]: StaffActor[] = []

function who(actor: StaffActor | undefined): StaffActor {
  if (!actor) throw new Error('nobody invited')
  return actor
}

beforeAll(async () => {
  await openCampaign()
  ;[admin, reviewer, editor] = [await invited('admin'), await invited('reviewer'), await invited('editor')]
  await makeManyEligible(6)
  for (let times = 0; times < 5; times++) await countStep('started', 'en')
  await countStep('post', 'en')
})

test('entries are counted by what they are, by day and in all, before they are sealed as well', async () => {
  const found = await insights(who(editor), now())
  expect(found.total).toBe(6)
  expect(found.by.platform).toEqual([{ key: 'x', count: 6 }])
  expect(found.by.language.reduce((all, { count }) => all + (count ?? 0), 0)).toBe(6)
  expect(found.days).toHaveLength(30)
  expect(found.days.at(-1)).toEqual({ key: now().toISOString().slice(0, 10), count: 6 })
})

test('a small count is hidden, and with it the one it could be told from', async () => {
  const { funnel } = await insights(who(editor), now())
  expect(funnel.filter(({ count }) => count === null).map(({ key }) => key)).toEqual(['started', 'post'])
})

test('how single reviewers get on is for admins only', async () => {
  expect((await insights(who(reviewer), now())).reviewers).toBeNull()
  expect((await insights(who(admin), now())).reviewers).toEqual([])
})

test('each role is told only of what it may do', async () => {
  await db.campaign.update({ where: { id: campaignId }, data: { closesAt: new Date(now().getTime() - 1000) } })
  const keys = async (actor: StaffActor) => (await waitingTasks(actor, now())).map(({ key }) => key)
  expect(await keys(who(admin))).toContain('decisions')
  expect(await keys(who(reviewer))).not.toContain('decisions')
  expect(await keys(who(editor))).not.toContain('decisions')
  expect((await waitingTasks(who(admin), now())).find(({ key }) => key === 'decisions')?.count).toBe(6)
})

test('what waits longer than we promise is said to be late, with the way to it; what is in time is not', async () => {
  const ago = (days: number) => new Date(now().getTime() - days * 86_400_000)
  const keys = async () => (await waitingTasks(who(admin), now())).filter(({ late }) => late).map(({ key, count }) => [key, count])
  const before = await keys()
  const [fresh, stale, refused, appealed] = await makeManyEligible(4, (index) => ({
    status: (['submitted', 'submitted', 'ineligible', 'ineligible'] as const)[index] ?? 'submitted',
    submittedAt: index === 0 ? ago(6) : ago(8),
  }))
  const appeal = (submissionId = '', days = 0) => ({ id: crypto.randomUUID(), submissionId, text: 'Look again.', at: ago(days) })
  await db.appeal.createMany({ data: [appeal(refused?.id, 6), appeal(appealed?.id, 8)] })
  const report = { locale: 'en', what: 'A sample report.' }
  await db.historyReport.createMany({
    data: [
      { id: crypto.randomUUID(), ...report, at: ago(13) },
      { id: crypto.randomUUID(), ...report, at: ago(15) },
    ],
  })
  await db.mail.updateMany({ where: { submissionId: fresh?.id ?? '' }, data: { createdAt: ago(0) } })
  await db.mail.updateMany({ where: { submissionId: { not: stale?.id ?? '' } }, data: { state: 'sent', sentAt: now() } })
  await db.campaign.update({ where: { id: campaignId }, data: { opensAt: ago(60), closesAt: ago(2), resultsAt: ago(1) } })

  expect(before.filter(([key]) => key !== 'receiptsLate')).toEqual([])
  expect(await keys()).toEqual([
    ['receiptsLate', 1],
    ['screeningLate', 1],
    ['appealsLate', 1],
    ['resultsLate', 1],
    ['reportsLate', 1],
  ])
  const all = await waitingTasks(who(admin), now())
  expect(all.find(({ key }) => key === 'appeals')).toMatchObject({ count: 2, href: '/staff/submissions/appeals', late: false })
  expect(all.find(({ key }) => key === 'reports')).toMatchObject({ count: 2, late: false })
  expect((await waitingTasks(who(editor), now())).map(({ key }) => key).sort()).toEqual(['reports', 'reportsLate'])
})

test('who waits for an answer after the results is late, until they have it', async () => {
  const of = async () => (await waitingTasks(who(admin), now())).find(({ key }) => key === 'unanswered')
  expect(await of()).toBeUndefined()
  const [one, other] = [await invited('admin'), await invited('admin')]
  const release = { campaignId, fingerprint: 'a'.repeat(64), proposedById: one.id, proposedAt: now(), confirmedById: other.id, counts: {} }
  await db.release.create({ data: { id: crypto.randomUUID(), ...release, releasedAt: now() } })
  expect(await of()).toMatchObject({ count: 6, late: true })
  await db.submission.updateMany({ where: { status: 'eligible' }, data: { status: 'withdrawn' } })
  expect(await of()).toBeUndefined()
})

test('a proposal to disqualify waits for the other admins, with the way to the oldest', async () => {
  const of = async (actor: StaffActor | undefined) => (await waitingTasks(who(actor), now())).find(({ key }) => key === 'disqualifications')
  const other = await invited('admin')
  const [first, second] = await makeManyEligible(2)
  const made = { version: 1, rule: 'promotion', note: 'It sells a course.', proposedById: other.id }
  for (const [days, entry] of [first, second].entries()) {
    const proposedAt = new Date(now().getTime() - (days + 1) * 86_400_000)
    await db.disqualification.create({ data: { id: crypto.randomUUID(), submissionId: entry?.id ?? '', ...made, proposedAt } })
  }

  const { reference } = await db.submission.findUniqueOrThrow({ where: { id: second?.id ?? '' } })
  expect(await of(admin)).toMatchObject({ count: 2, href: `/staff/submissions/${reference}/disqualify`, late: false })
  expect([await of(other), await of(reviewer), await of(editor)]).toEqual([undefined, undefined, undefined])
})

test('days without a reading count in the pace once reading has begun, also before the days that are looked at', async () => {
  const [entries, reader] = [await makeManyEligible(16), await makeReviewer()]
  const noon = (daysAgo: number) => new Date(Math.floor(now().getTime() / 86_400_000) * 86_400_000 - (daysAgo - 0.5) * 86_400_000)
  const read = entries.slice(0, 15).map(({ id }, at) => ({
    ...{ submissionId: id, reviewerId: reader.id, scores: 3, completedAt: noon(at === 0 ? 30 : 2) },
  }))
  await makeManyReviews(read)
  const waiting = { submissionId: entries.at(-1)?.id ?? '', reviewerId: reader.id, stage: 1, position: 99, assignedAt: now() }
  await db.assignment.create({ data: { id: crypto.randomUUID(), ...waiting } })

  expect((await insights(who(admin), now())).forecast).toMatchObject({ perDay: 1 })
})

test('who is no member of staff of any role gets nothing', async () => {
  const nobody = JSON.parse(JSON.stringify({ ...who(editor), role: 'visitor' }))
  await expect(insights(nobody, now())).rejects.toThrow('staff.forbidden')
  await expect(waitingTasks(nobody, now())).rejects.toThrow('staff.forbidden')
})
