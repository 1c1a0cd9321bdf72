import type { AwardState } from './states.ts'

/** Where money stands: still to be given, asked for by one person, promised by two, gone out. */
export const accounts = ['pool', 'proposed', 'committed', 'paid'] as const
export type Account = (typeof accounts)[number]

/** What moves money. */
export const movements = ['proposed', 'confirmed', 'paid', 'forfeited', 'cancelled'] as const
export type Movement = (typeof movements)[number]

/** A change of one account, in hundredths of one USDC. */
export type Line = Readonly<{ account: Account; units: bigint }>

/** Where the amount of an award in this state stands; null once the pool has it back. */
export function accountOf(state: AwardState): Account | null {
  if (state === 'forfeited' || state === 'cancelled') return null
  if (state === 'proposed' || state === 'paid') return state
  return 'committed'
}

const target: Readonly<Record<Movement, Account>> = {
  proposed: 'proposed',
  confirmed: 'committed',
  paid: 'paid',
  forfeited: 'pool',
  cancelled: 'pool',
}

/** The two lines of a movement: out of one account, into another; their sum is zero. Throws for an amount that is not above zero, or no movement. */
export function linesOf(movement: Movement, { units, from }: Readonly<{ units: bigint; from: Account }>): readonly [Line, Line] {
  const to = target[movement]
  if (units <= 0n) throw new RangeError('an amount is above zero')
  if (from === to) throw new RangeError(`nothing moves from ${from} to ${to}`)
  return [
    { account: from, units: -units },
    { account: to, units },
  ]
}

export type Balances = Readonly<Record<Account, bigint>>

/** What stands on each account after these lines. The pool begins at zero, so that it stands below zero by what it gave. */
export function balancesOf(lines: readonly Line[]): Balances {
  const sums = { pool: 0n, proposed: 0n, committed: 0n, paid: 0n }
  for (const { account, units } of lines) sums[account] += units
  return sums
}

/** What can still be given of a pool of this size. */
export function leftOf(poolUnits: bigint, balances: Balances): bigint {
  return poolUnits + balances.pool
}

/** The sum over all accounts: zero, or the book is wrong. */
export function differenceOf(balances: Balances): bigint {
  return accounts.reduce((sum, account) => sum + balances[account], 0n)
}

/** True when this amount can be taken from what is left. */
export function fits(units: bigint, left: bigint): boolean {
  return units > 0n && units <= left
}
