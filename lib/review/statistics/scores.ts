import { deviation, groupedBy, mean } from './numbers.ts'

/** One completed review, as far as counting needs it. `total` is 100 to 500, `humanTruth` 1 to 5, `readAt` in milliseconds. */
export type CompletedReview = Readonly<{
  entry: string
  reviewer: string
  total: number
  humanTruth: number
  /** The reviewer is marked as independent. */
  independent: boolean
  readAt: number
}>

/** A reviewer's own scale is trusted from this many scores on. */
export const scaleNeeds = 5

/** A reviewer's scale: where their scores lie, and how far apart. */
export type Scale = Readonly<{ count: number; mean: number; spread: number; isUsed: boolean }>

export type Scales = Readonly<{ overall: Readonly<{ mean: number; spread: number }>; by: ReadonlyMap<string, Scale> }>

/** The scale of each reviewer, and of all scores together. A scale is used from five scores on, when they differ at all. */
export function scalesOf(reviews: readonly CompletedReview[]): Scales {
  const totals = reviews.map(({ total }) => total)
  const by = new Map<string, Scale>()
  for (const [reviewer, own] of groupedBy(reviews, ({ reviewer }) => reviewer)) {
    const scores = own.map(({ total }) => total)
    const spread = deviation(scores)
    by.set(reviewer, { count: scores.length, mean: mean(scores), spread, isUsed: scores.length >= scaleNeeds && spread > 1e-9 })
  }
  return { overall: { mean: mean(totals), spread: deviation(totals) }, by }
}

/**
 * A score freed from its reviewer's scale: the distance from their mean in their own spreads (z-score), laid on the scale of all scores.
 * The score itself where the reviewer's scale is not used. May pass 100 and 500 by a little.
 * Method: z-normalisation of ratings, Herlocker et al., "An algorithmic framework for performing collaborative filtering" (SIGIR 1999), 3.3.
 */
export function normalised(review: Pick<CompletedReview, 'reviewer' | 'total'>, { overall, by }: Scales): number {
  const scale = by.get(review.reviewer)
  if (!scale?.isUsed) return review.total
  return overall.mean + ((review.total - scale.mean) / scale.spread) * overall.spread
}

/** What the reviews of one entry come to. Means are on the scale of totals; null of an entry nobody has read. */
export type EntryScore = Readonly<{
  entry: string
  count: number
  raw: number | null
  normalised: number | null
  /** Highest minus lowest total. */
  range: number
  humanTruth: number
  hasIndependent: boolean
  /** The mean normalised score of independent reviewers. */
  independent: number | null
  /** Each review's normalised score, for resampling. */
  parts: readonly number[]
}>

/** The score of each of these entries, in their order. Scales come from all reviews, also of entries that are not among them. */
export function scoresOf(entries: readonly string[], reviews: readonly CompletedReview[]): readonly EntryScore[] {
  const scales = scalesOf(reviews)
  const byEntry = groupedBy(reviews, ({ entry }) => entry)
  return entries.map((entry) => scoreOf(entry, byEntry.get(entry) ?? [], scales))
}

function scoreOf(entry: string, reviews: readonly CompletedReview[], scales: Scales): EntryScore {
  const totals = reviews.map(({ total }) => total)
  const parts = reviews.map((review) => normalised(review, scales))
  const own = parts.filter((_, index) => reviews[index]?.independent)
  const isRead = reviews.length > 0
  return {
    entry,
    count: reviews.length,
    raw: isRead ? mean(totals) : null,
    normalised: isRead ? mean(parts) : null,
    range: isRead ? Math.max(...totals) - Math.min(...totals) : 0,
    humanTruth: mean(reviews.map(({ humanTruth }) => humanTruth)),
    hasIndependent: own.length > 0,
    independent: own.length > 0 ? mean(own) : null,
    parts,
  }
}
