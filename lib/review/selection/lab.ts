import 'server-only'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { statusOf } from '#lib/submissions/lifecycle.ts'
import { certaintyOf } from '../statistics/certainty.ts'
import { changesUnderRaw, ordered } from '../statistics/order.ts'
import { reviewerFigures } from '../statistics/reviewers.ts'
import { type CompletedReview, type EntryScore, scalesOf, scoresOf } from '../statistics/scores.ts'
import { placesUsual } from './filters.ts'
import { lacksFor, outcomeOf } from './schema.ts'
import type { Candidate, Lab } from './views.ts'

type EntryRow = {
  reference: string
  status: string
  story_language: string
  country: string
  themes: string[] | null
  region: string | null
  outcome: string | null
  reserve_order: number | null
  open_flags: number
}
type ReviewRow = {
  reference: string
  reviewer_id: string
  total_points: number
  completed_at: Date
  truth: number | null
  independent: boolean
  name: string | null
  email: string
}

/**
 * All entries that can be chosen, with what their reviews come to: in three queries, however many there are. The cut lies after `places`;
 * without it, after as many as are to be selected so far.
 */
export async function selectionLab(actor: StaffActor, wanted: number | null): Promise<Lab> {
  mustBeAllowed(actor, 'selection.see')
  const [entries, rows, seed] = await Promise.all([entryRows(), reviewRows(), lotSeed()])
  const reviews = rows.map(reviewOf)
  const scores = scoresOf(
    entries.map(({ reference }) => reference),
    reviews,
  )
  const chosen = entries.filter(({ outcome }) => outcome === 'selected').length
  const places = wanted ?? (chosen > 0 ? chosen : placesUsual)
  const certainty = certaintyOf(scores, { places, seed })
  const rawPlaces = new Map(ordered(scores, 'raw', seed).map(({ entry }, index) => [entry, index + 1]))
  const byReference = new Map(entries.map((entry) => [entry.reference, entry]))
  const candidates = ordered(scores, 'normalised', seed).flatMap((score, index) => {
    const row = byReference.get(score.entry)
    const standing = { place: index + 1, rawPlace: rawPlaces.get(score.entry) ?? 0, chance: certainty.chances.get(score.entry) ?? null }
    return row ? [candidateOf(row, { ...score, ...standing })] : []
  })
  const changes = changesUnderRaw(candidates, places, seed)
  const people = new Map(rows.map((row) => [row.reviewer_id, row]))
  const readers = reviewerFigures(reviews).map((figures) => {
    const person = people.get(figures.reviewer)
    return { ...figures, name: person?.name ?? person?.email ?? '', independent: person?.independent ?? false }
  })
  return {
    candidates,
    places,
    unsure: certainty.unsure,
    resamples: certainty.resamples,
    ...changes,
    readers,
    scales: scalesOf(reviews),
    seed,
  }
}

function candidateOf(row: EntryRow, score: EntryScore & Pick<Candidate, 'place' | 'rawPlace' | 'chance'>): Candidate {
  const { reference, country, region, open_flags: openFlags } = row
  return {
    ...score,
    ...{ reference, country, region, openFlags, language: row.story_language, themes: row.themes ?? [], status: statusOf(row.status) },
    decision: row.outcome === null ? null : { outcome: outcomeOf(row.outcome), reserveOrder: row.reserve_order },
    lacks: lacksFor('selected', { reviews: score.count, independent: score.hasIndependent ? 1 : 0, openFlags }),
  }
}

function reviewOf(row: ReviewRow): CompletedReview {
  const { reference: entry, reviewer_id: reviewer, total_points: total, independent } = row
  return { entry, reviewer, total, independent, humanTruth: row.truth ?? 0, readAt: row.completed_at.getTime() }
}

function entryRows(): Promise<EntryRow[]> {
  return db.$queryRaw<EntryRow[]>`
    select s.reference, s.status, s.story_language, s.country, a.themes, a.region, d.outcome, d.reserve_order, coalesce(f.open, 0)::int as open_flags
    from submission s left join survey_answers a on a.submission_id = s.id left join decision d on d.submission_id = s.id
      left join (select submission_id, count(*) as open from safety_flag where resolved_at is null group by 1) f on f.submission_id = s.id
    where s.campaign_id = ${campaignId} and s.status in ('eligible', 'selected', 'reserve', 'not_selected')`
}

/** Every completed review, also of entries that left: they belong to their reviewer's scale. */
function reviewRows(): Promise<ReviewRow[]> {
  return db.$queryRaw<ReviewRow[]>`
    select s.reference, r.reviewer_id, r.total_points, r.completed_at, c.score as truth, u.independent, u.name, u.email
    from review r join submission s on s.id = r.submission_id join staff_user u on u.id = r.reviewer_id
      left join review_score c on c.review_id = r.id and c.criterion = 'truth'
    where s.campaign_id = ${campaignId} and r.completed_at is not null`
}

/** What lots are drawn from: the fingerprint of the first rules, which everybody could read before anybody entered. */
export async function lotSeed(): Promise<string> {
  const first = await db.rulesVersion.findFirst({ where: { campaignId }, orderBy: { number: 'asc' }, select: { hash: true } })
  return first?.hash ?? campaignId
}
