/** What can be stopped for a while when something has gone wrong. */
export const stoppables = ['entries', 'payouts', 'publishing'] as const
export type Stoppable = (typeof stoppables)[number]
