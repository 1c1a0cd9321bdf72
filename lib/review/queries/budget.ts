import 'server-only'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import type { Spendable } from '../spending.ts'
import { type CompletedReview, scoresOf } from '../statistics/scores.ts'

export type Budget = Readonly<{ total: number; given: number; remaining: number; entries: readonly Spendable[] }>

/** How many reviews a budget has left, and what they could be spent on, in two queries. A reading counts from when it is asked for. */
export async function remainingBudget(actor: StaffActor, budgetPerEntry: number): Promise<Budget> {
  mustBeAllowed(actor, 'review.assign')
  const [entries, reviews] = await Promise.all([askedEntries(), completedReviews()])
  const given = entries.reduce((sum, { asked }) => sum + asked, 0)
  const total = Math.floor(budgetPerEntry * entries.length)
  const scores = scoresOf(
    entries.map(({ id }) => id),
    reviews,
  )
  const spendable = scores.map((score, index) => {
    const { asked = 0, independent = false } = entries[index] ?? {}
    return { ...score, asked, independentAsked: independent }
  })
  return { total, given, remaining: Math.max(0, total - given), entries: spendable }
}

function askedEntries(): Promise<{ id: string; asked: number; independent: boolean }[]> {
  return db.$queryRaw`
    select s.id, count(a.id)::int as asked, coalesce(bool_or(u.independent), false) as independent
    from submission s left join assignment a on a.submission_id = s.id and a.ended_at is null left join staff_user u on u.id = a.reviewer_id
    where s.campaign_id = ${campaignId} and s.status = 'eligible' group by s.id order by s.id`
}

async function completedReviews(): Promise<CompletedReview[]> {
  const rows = await db.$queryRaw<(Omit<CompletedReview, 'readAt'> & { at: Date })[]>`
    select r.submission_id::text as entry, r.reviewer_id::text as reviewer, r.total_points as total, coalesce(t.score, 0) as "humanTruth",
      u.independent, r.completed_at as at
    from review r join submission s on s.id = r.submission_id and s.status = 'eligible' join staff_user u on u.id = r.reviewer_id
    left join review_score t on t.review_id = r.id and t.criterion = 'truth'
    where r.completed_at is not null`
  return rows.map(({ at, ...review }) => ({ ...review, readAt: at.getTime() }))
}
