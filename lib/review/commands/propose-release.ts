import 'server-only'
import { record } from '#lib/audit/record.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { fingerprintOf, releaseBasis } from '../selection/basis.ts'
import { releaseBlockers } from '../selection/blockers.ts'
import { closeGaps } from './reserve-list.ts'
import { lockSelection } from './selection-lock.ts'

/**
 * Proposes to release every decision as it stands now; another admin has to confirm exactly this. The first release are the results; each
 * further one answers who could not be answered before. Who left meanwhile leaves the reserve list. Proposing again while a proposal stands
 * changes nothing and returns that one. Refuses 'staff.forbidden', 'release.blocked' while somebody would be left without an
 * answer, and, where no decision waits to be said, 'release.released' after the results and 'release.nothing' before.
 */
export async function proposeRelease(actor: StaffActor): Promise<Readonly<{ id: string }>> {
  mustBeAllowed(actor, 'results.release')
  const at = now()
  return db.$transaction(async (tx) => {
    await lockSelection(tx)
    const last = await tx.release.findFirst({ where: { campaignId, cancelledAt: null }, orderBy: { number: 'desc' } })
    if (last && !last.releasedAt) return { id: last.id }
    const offReserve = await closeGaps(tx)
    const decided = await tx.submission.count({ where: { campaignId, status: 'eligible', decision: { isNot: null } } })
    if (last && decided === 0) throw new Refusal('release.released')
    if ((await releaseBlockers(tx, { later: last !== null })).length > 0) throw new Refusal('release.blocked')
    if (decided === 0) throw new Refusal('release.nothing')
    const basis = await releaseBasis(tx)
    const [id, fingerprint, number] = [newId(), fingerprintOf(basis), (last?.number ?? 0) + 1]
    await tx.release.create({ data: { id, campaignId, number, fingerprint, basis, proposedById: actor.id, proposedAt: at } })
    const data = { fingerprint, decided, number, ...(offReserve.length > 0 && { offReserve: offReserve.join(' ') }) }
    await record(tx, { actor, action: 'release.proposed', subject: { kind: 'release', id }, at, data })
    return { id }
  })
}
