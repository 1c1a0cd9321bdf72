import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { raiseFlag } from './flags.ts'
import { type Saved, type Written, writeReview } from './write-review.ts'

/**
 * Keeps a review as far as it has got; one that counts already stays complete. `quietly` is what a page saves by itself: it raises no
 * worry, as a box may be ticked by mistake for a moment. Refuses 'staff.forbidden', 'review.unknown' for a reading that is not this
 * person's, 'review.closed', 'review.copy-changed' and, for one that counts, 'review.incomplete'.
 */
export async function saveReview(actor: StaffActor, input: Written & Readonly<{ quietly: boolean }>): Promise<Saved> {
  mustBeAllowed(actor, 'review.score')
  const at = now()
  return db.$transaction(async (tx) => {
    const saved = await writeReview(tx, { actor, input, at, complete: false })
    if (!input.quietly && input.flags.includes('safety')) await raiseFlag(tx, { actor, submissionId: saved.submissionId, at })
    return saved
  })
}

/**
 * Makes a review count: every row scored, and how sure the reviewer is. It can be changed until results are out; completing it again
 * with the same answers changes nothing. Refuses as saveReview() does, and 'review.incomplete' (values missing: the rows without a score).
 */
export async function completeReview(actor: StaffActor, input: Written): Promise<Saved> {
  mustBeAllowed(actor, 'review.score')
  const at = now()
  return db.$transaction(async (tx) => {
    const saved = await writeReview(tx, { actor, input, at, complete: true })
    if (input.flags.includes('safety')) await raiseFlag(tx, { actor, submissionId: saved.submissionId, at })
    return saved
  })
}
