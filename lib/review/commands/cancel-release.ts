import 'server-only'
import { record } from '#lib/audit/record.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { lockSelection } from './selection-lock.ts'

/**
 * Takes a proposal back, whoever made it; decisions stay as they are. Cancelling what was cancelled changes nothing and succeeds.
 * Refuses 'staff.forbidden', 'release.unknown' and 'release.released'.
 */
export async function cancelRelease(actor: StaffActor, { id }: Readonly<{ id: string }>): Promise<void> {
  mustBeAllowed(actor, 'results.release')
  const at = now()
  await db.$transaction(async (tx) => {
    await lockSelection(tx)
    const release = await tx.release.findFirst({ where: { id, campaignId } })
    if (!release) throw new Refusal('release.unknown')
    if (release.releasedAt) throw new Refusal('release.released')
    if (release.cancelledAt) return
    await tx.release.update({ where: { id }, data: { cancelledAt: at } })
    await record(tx, { actor, action: 'release.cancelled', subject: { kind: 'release', id }, at })
  })
}
