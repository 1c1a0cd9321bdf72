import { beforeAll, expect, test } from 'vitest'
import { campaignId } from '#lib/campaign/schema.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { insights } from '#lib/insights/queries.ts'
import { waitingTasks } from '#lib/insights/today.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { countStep } from '#lib/submissions/funnel.ts'
import { makeManyEligible } from '#tests/factories/review.ts'
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

test('who is no member of staff of any role gets nothing', async () => {
  const nobody = JSON.parse(JSON.stringify({ ...who(editor), role: 'visitor' }))
  await expect(insights(nobody, now())).rejects.toThrow('staff.forbidden')
  await expect(waitingTasks(nobody, now())).rejects.toThrow('staff.forbidden')
})
