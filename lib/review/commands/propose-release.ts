import 'server-only'
import { record } from '#lib/audit/record.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { decisionsFingerprint, releaseBlockers } from '../selection/blockers.ts'
import { lockSelection } from './selection-lock.ts'

/**
 * Proposes to release every decision as it stands now; another admin has to confirm exactly this. Proposing again while a proposal stands
 * changes nothing and returns that one. Refuses 'staff.forbidden', 'release.released', 'release.blocked' while somebody would be left without
 * an answer, and 'release.nothing' where nothing is decided.
 */
export async function proposeRelease(actor: StaffActor): Promise<Readonly<{ id: string }>> {
  mustBeAllowed(actor, 'results.release')
  const at = now()
  return db.$transaction(async (tx) => {
    await lockSelection(tx)
    const live = await tx.release.findFirst({ where: { campaignId, cancelledAt: null } })
    if (live?.releasedAt) throw new Refusal('release.released')
    if (live) return { id: live.id }
    if ((await releaseBlockers(tx)).length > 0) throw new Refusal('release.blocked')
    const decided = await tx.submission.count({ where: { campaignId, status: 'eligible', decision: { isNot: null } } })
    if (decided === 0) throw new Refusal('release.nothing')
    const [id, fingerprint] = [newId(), await decisionsFingerprint(tx)]
    await tx.release.create({ data: { id, campaignId, fingerprint, proposedById: actor.id, proposedAt: at } })
    await record(tx, { actor, action: 'release.proposed', subject: { kind: 'release', id }, at, data: { fingerprint, decided } })
    return { id }
  })
}
