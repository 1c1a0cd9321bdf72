/** What reviewers judge by, in the order of the form. Weights of a version sum to 100. */
export const criterionKeys = ['truth', 'change', 'theme', 'use', 'film'] as const
export type CriterionKey = (typeof criterionKeys)[number]
export type Criterion = Readonly<{ key: CriterionKey; weight: number }>

/** One score for each criterion, 1 to 5. */
export type Scores = Readonly<Record<CriterionKey, number>>
/** As far as somebody has got. */
export type ScoresSoFar = Partial<Scores>
export const scoreValues = [1, 2, 3, 4, 5] as const

/** Worries and needs that are told beside the scores and never change them. */
export const reviewFlags = ['financial-promise', 'safety', 'others-shown', 'doubtful', 'language'] as const
export type ReviewFlag = (typeof reviewFlags)[number]

/** How sure a reviewer is: 1 least, 3 most. */
export const confidences = [1, 2, 3] as const

/** The reviews each entry gets before the rest is spent on contenders and disagreements. */
export const firstStageReviews = 2

/** In characters as people see them. */
export const privateNoteMax = 2000

/** The words of one criterion in one language: its name, the question behind it, and what 1, 3 and 5 mean. */
export type Anchors = Readonly<{ name: string; question: string; one: string; three: string; five: string }>

/** One version of the rubric as a form needs it. */
export type RubricView = Readonly<{
  number: number
  criteria: readonly (Criterion & Readonly<{ anchors: Anchors }>)[]
}>
