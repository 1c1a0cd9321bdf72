import type { Balances } from './ledger.ts'
import type { PayoutKind } from './payout.ts'
import type { AwardState, ForfeitReason } from './states.ts'

/** The pool in numbers; hundredths of one USDC. */
export type PoolView = Readonly<{ poolUnits: bigint; left: bigint; balances: Balances }>

type Somebody = Readonly<{ id: string; name: string }>

/** One award as staff see it. Nothing of the person, and of payout details only that there are some. */
export type AwardLine = Readonly<{
  id: string
  version: number
  reference: string
  units: bigint
  state: AwardState
  stateAt: Date
  proposed: Readonly<{ by: Somebody | null; at: Date }>
  confirmed: Readonly<{ by: Somebody; at: Date }> | null
  claimUntil: Date | null
  claimedAt: Date | null
  payBy: Date | null
  isOverdue: boolean
  paid: Readonly<{ at: Date; reference: string }> | null
  forfeitedWhy: ForfeitReason | null
  payout: Readonly<{ kind: PayoutKind; network: string | null; enteredAt: Date; heldUntil: Date | null }> | null
  /** False once the entry left: nothing can be handed on or paid. */
  isSelected: boolean
}>

export type AwardView = AwardLine &
  Readonly<{
    entries: readonly EntryView[]
    /** When it was in a file that payments are made from, the latest first. */
    exportedAt: readonly Date[]
  }>

/** One movement of money with its lines. */
export type EntryView = Readonly<{
  id: bigint
  awardId: string
  reference: string
  kind: string
  at: Date
  lines: readonly Readonly<{ account: string; units: bigint }>[]
}>

/** A selected entry without an award. */
export type Candidate = Readonly<{ reference: string; canHavePrize: boolean }>

/** An award as its storyteller may see it: nothing before it was opened to them. */
export type OwnAward = Readonly<{
  units: bigint
  state: Exclude<AwardState, 'proposed' | 'confirmed' | 'cancelled' | 'blocked'>
  stateAt: Date
  claimUntil: Date
  claimedAt: Date | null
  payBy: Date | null
  isOverdue: boolean
  paid: Readonly<{ at: Date; reference: string }> | null
  forfeitedWhy: ForfeitReason | null
  payout: Readonly<{ kind: PayoutKind; network: string | null; heldUntil: Date | null }> | null
  /** False once the entry left, or while it is withdrawn: nothing can be claimed or paid. */
  takesPart: boolean
  /** A code was mailed and still works. */
  isCodeOut: boolean
  canClaim: boolean
  canChange: boolean
  canDecline: boolean
  reference: string
}>

/** What anybody may know of the pool: no person, no single award. */
export type PublicPool = Readonly<{ poolUnits: bigint; awardedUnits: bigint; paidUnits: bigint; paidCount: number; awardedCount: number }>
