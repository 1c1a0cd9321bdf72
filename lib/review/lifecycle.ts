/** Why somebody no longer reads an entry. */
export const endings = ['recused', 'conflict', 'left', 'withdrawn'] as const
export type Ending = (typeof endings)[number]

/** What a reviewer can give as the reason to step aside. */
export const recusals = ['conflict', 'recused'] as const satisfies readonly Ending[]
export type Recusal = (typeof recusals)[number]

/** Where one reading stands, as its reader sees it. */
export type ReadingState = 'new' | 'draft' | 'done'

/** Where a reading stands, from its review. */
export function readingState(review: Readonly<{ completedAt: Date | null }> | null): ReadingState {
  if (!review) return 'new'
  return review.completedAt ? 'done' : 'draft'
}

/** Where the copy of an entry stands: none yet, waiting to be approved, approved, or made from words that changed since. */
export type CopyState = 'none' | 'waiting' | 'approved' | 'outdated'

/** Where the copies of an entry stand; `newest` is the one with the highest number. */
export function copyState(newest: Readonly<{ approvedAt: Date | null; outdated: boolean }> | null): CopyState {
  if (!newest) return 'none'
  if (newest.outdated) return 'outdated'
  return newest.approvedAt ? 'approved' : 'waiting'
}
