import { correlation, groupedBy, lineThrough, mean } from './numbers.ts'
import { type CompletedReview, scalesOf } from './scores.ts'

/** How one reviewer scores. Points are those of totals, 100 to 500. */
export type ReviewerFigures = Readonly<{
  reviewer: string
  count: number
  mean: number
  spread: number
  /** Their scores minus the others' mean on the same entries: above 0 is lenient, below is harsh; null where nobody else read theirs. */
  leniency: number | null
  /** Points gained or lost with every ten entries read, in the order they read them; null for fewer than three. */
  drift: number | null
  /** The drift is more than twice its standard error: hardly chance. */
  isDriftClear: boolean
  /** Correlation with the others' mean on the same entries, −1 to 1; null for fewer than three such entries. */
  agreement: number | null
  /** Their scores count on their own scale: five or more, not all the same. */
  isNormalised: boolean
}>

/** The figures of each reviewer, the harshest first. */
export function reviewerFigures(reviews: readonly CompletedReview[]): readonly ReviewerFigures[] {
  const { by } = scalesOf(reviews)
  const byEntry = groupedBy(reviews, ({ entry }) => entry)
  return [...groupedBy(reviews, ({ reviewer }) => reviewer)]
    .map(([reviewer, own]) => {
      const scale = by.get(reviewer)
      const pairs = own.flatMap((review) => besideOthers(review, byEntry.get(review.entry) ?? []))
      const line = lineThrough([...own].sort((a, b) => a.readAt - b.readAt).map(({ total }) => total))
      return {
        reviewer,
        count: own.length,
        mean: scale?.mean ?? 0,
        spread: scale?.spread ?? 0,
        leniency: pairs.length > 0 ? mean(pairs.map(([mine, others]) => mine - others)) : null,
        drift: line && line.slope * 10,
        isDriftClear: line !== null && own.length >= 10 && Math.abs(line.t) > 2,
        agreement: correlation(pairs),
        isNormalised: scale?.isUsed ?? false,
      }
    })
    .sort((a, b) => (a.leniency ?? 0) - (b.leniency ?? 0) || (a.reviewer < b.reviewer ? -1 : 1))
}

function besideOthers(review: CompletedReview, all: readonly CompletedReview[]): [number, number][] {
  const others = all.filter(({ reviewer }) => reviewer !== review.reviewer)
  return others.length > 0 ? [[review.total, mean(others.map(({ total }) => total))]] : []
}
