import type { Criterion, CriterionKey, Scores, ScoresSoFar } from './schema.ts'

/** The sum of weight times score over all criteria: 100 to 500 where weights sum to 100. Throws when a score is missing or not 1 to 5. */
export function weightedTotal(scores: Scores, criteria: readonly Criterion[]): number {
  return criteria.reduce((sum, { key, weight }) => sum + weight * checked(key, scores[key]), 0)
}

/** The criteria that still have no score, in the order of the form. */
export function missingScores(scores: ScoresSoFar, criteria: readonly Criterion[]): CriterionKey[] {
  return criteria.map(({ key }) => key).filter((key) => scores[key] === undefined)
}

function checked(key: CriterionKey, score: number): number {
  if (!Number.isInteger(score) || score < 1 || score > 5) throw new RangeError(`score of ${key} is ${score}`)
  return score
}
