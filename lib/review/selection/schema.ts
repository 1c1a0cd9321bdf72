/** What can be decided about an entry that was read. */
export const outcomes = ['selected', 'reserve', 'not_selected'] as const
export type Outcome = (typeof outcomes)[number]

/** Each stands for one sentence that the storyteller reads. */
export const reasonTags = [
  'felt-real',
  'change-clear',
  'theme-clear',
  'useful',
  'easy-to-picture',
  'few-places',
  'more-moments',
  'change-unclear',
  'close-to-another',
  'theme-thin',
  'others-not-safe',
] as const
export type ReasonTag = (typeof reasonTags)[number]

const praise = ['felt-real', 'change-clear', 'theme-clear', 'useful', 'easy-to-picture'] as const satisfies readonly ReasonTag[]

/** The reasons that make sense for each outcome. */
export const reasonsFor: Readonly<Record<Outcome, readonly ReasonTag[]>> = {
  selected: praise,
  reserve: [...praise, 'few-places', 'close-to-another'],
  not_selected: ['few-places', 'more-moments', 'change-unclear', 'close-to-another', 'theme-thin', 'others-not-safe'],
}
export const reasonsMost = 2

/** Completed reviews an outcome needs; a reserve may be selected later without being read again. */
export const reviewsNeeded: Readonly<Record<Outcome, number>> = { selected: 3, reserve: 3, not_selected: 2 }

/** In characters as people see them. */
export const decisionNoteMax = 2000

/** The stored outcome of this name. Throws for anything else: the database keeps no other. */
export function outcomeOf(stored: string): Outcome {
  const found = outcomes.find((outcome) => outcome === stored)
  if (!found) throw new Error(`unknown outcome ${stored}`)
  return found
}

/** The reasons of these names; one that is no longer offered is left out. */
export function reasonsOf(stored: readonly string[]): ReasonTag[] {
  return reasonTags.filter((tag) => stored.includes(tag))
}

/** What stands behind an entry when it is decided. */
export type Standing = Readonly<{ reviews: number; independent: number; openFlags: number }>
export type Lack = 'reviews' | 'independent' | 'flag'

/** What an entry still lacks for this outcome; nothing when it can be decided so. */
export function lacksFor(outcome: Outcome, { reviews, independent, openFlags }: Standing): Lack[] {
  const lacks: Lack[] = reviews < reviewsNeeded[outcome] ? ['reviews'] : []
  if (outcome === 'not_selected') return lacks
  if (independent < 1) lacks.push('independent')
  if (openFlags > 0) lacks.push('flag')
  return lacks
}
