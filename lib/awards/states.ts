/** What is stored. The database holds the same table of moves. */
export const awardStates = [
  'proposed',
  'confirmed',
  'open',
  'claimed',
  'handed_off',
  'cleared',
  'blocked',
  'paid',
  'forfeited',
  'cancelled',
] as const
export type AwardState = (typeof awardStates)[number]

/** Why an amount went back to the pool after it was confirmed, or with an entry that left. */
export const forfeitReasons = ['no_claim', 'declined', 'blocked', 'left'] as const
export type ForfeitReason = (typeof forfeitReasons)[number]

const moves: Readonly<Record<AwardState, readonly AwardState[]>> = {
  proposed: ['confirmed', 'cancelled', 'forfeited'],
  confirmed: ['open', 'forfeited'],
  open: ['claimed', 'forfeited'],
  claimed: ['handed_off', 'forfeited'],
  handed_off: ['cleared', 'blocked', 'claimed', 'forfeited'],
  cleared: ['paid', 'claimed', 'forfeited'],
  blocked: ['handed_off', 'forfeited'],
  paid: [],
  forfeited: [],
  cancelled: [],
}

/** True when the table knows this move. A state never moves to itself. */
export function canGo(from: AwardState, to: AwardState): boolean {
  return moves[from].includes(to)
}

/** True while the award takes its amount from the pool. */
export function isLive(state: AwardState): boolean {
  return state !== 'forfeited' && state !== 'cancelled'
}

/** True while payout details that were given can be replaced by newer ones: the award then goes through the checks again. */
export function canChangeDetails(state: AwardState): boolean {
  return state === 'claimed' || state === 'handed_off' || state === 'cleared'
}

/** True while the storyteller can say no: from the day they can claim until we are about to pay. */
export function canDecline(state: AwardState): boolean {
  return state === 'open' || state === 'claimed'
}

/** The stored state of this name. Throws for anything else: the database keeps no other. */
export function awardStateOf(stored: string): AwardState {
  const found = awardStates.find((state) => state === stored)
  if (!found) throw new Error(`unknown award state ${stored}`)
  return found
}
