import type { EntryWindow } from '#lib/campaign/policy.ts'

/** Where the contest stands, as the home page tells it: results count as out from their own instant. */
export type ContestState = EntryWindow | 'after'

/** Refines the window of entry by the day of the results. */
export function contestState(window: EntryWindow, { resultsAt }: Readonly<{ resultsAt: Date | null }>, now: Date): ContestState {
  return window === 'closed' && resultsAt !== null && resultsAt <= now ? 'after' : window
}
