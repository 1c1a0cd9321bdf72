import { canMove, canRestore, type Status } from './lifecycle.ts'

const hour = 3_600_000

export const restoreHours = 24
export const appealDays = 14

type Asked = Readonly<{ deadlineAt: Date; answeredAt: Date | null; lapsedAt: Date | null }>

/** A question of staff can be answered once, while the entry waits for it, up to its deadline. */
export function canAnswer(status: Status, question: Asked, now: Date): boolean {
  return status === 'needs_info' && !question.answeredAt && !question.lapsedAt && now < question.deadlineAt
}

/** Why the words of an entry cannot be changed now, or null: until reading begins, and until entries close. */
export function whyNotEditable(
  status: Status,
  campaign: Readonly<{ closesAt: Date | null }>,
  now: Date,
): 'edit.too-late' | 'edit.closed' | null {
  if (status !== 'submitted' && status !== 'needs_info') return 'edit.too-late'
  return campaign.closesAt && now >= campaign.closesAt ? 'edit.closed' : null
}

/** A storyteller can step out from wherever their entry still takes part. */
export function canWithdraw(status: Status): boolean {
  return canMove(status, 'withdrawn')
}

type Withdrawal = Readonly<{ from: Status | null; at: Date }>

/** Until when a withdrawn entry can come back to where it was; null when it cannot at all. The last instant is outside. */
export function restorableUntil(status: Status, withdrawal: Withdrawal | null): Date | null {
  if (status !== 'withdrawn' || !withdrawal?.from || !canRestore(withdrawal.from)) return null
  return new Date(withdrawal.at.getTime() + restoreHours * hour)
}

/** Until when an entry that was found not eligible can be appealed; null for any other entry. The last instant is outside. */
export function appealableUntil(status: Status, statusAt: Date): Date | null {
  return status === 'ineligible' ? new Date(statusAt.getTime() + appealDays * 24 * hour) : null
}
