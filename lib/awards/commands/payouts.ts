import 'server-only'
import { record } from '#lib/audit/record.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { mustRun } from '#lib/campaign/stops.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { open } from '#lib/foundation/sealed.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { networkOf } from '../networks.ts'
import type { PayoutRow } from '../payment-files.ts'
import { type PayoutKind, payoutKinds } from '../payout.ts'
import { payoutContext } from './claim.ts'

export type SeenPayout = Readonly<{
  reference: string
  units: bigint
  kind: PayoutKind
  network: string | null
  destination: string
  heldUntil: Date | null
}>

/** The payout details of one award, and a line in the record that this person looked; null when there are none. Refuses 'staff.forbidden'. */
export async function seePayout(actor: StaffActor, awardId: string): Promise<SeenPayout | null> {
  mustBeAllowed(actor, 'payout.see')
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(awardId)) return null
  return db.$transaction(async (tx) => {
    const payout = await tx.payout.findUnique({
      where: { awardId },
      include: { award: { include: { submission: { select: { reference: true } } } } },
    })
    if (!payout) return null
    await record(tx, { actor, action: 'payout.seen', subject: { kind: 'award', id: awardId }, at: now() })
    const { network, heldUntil, award } = payout
    const kind = payoutKinds.find((known) => known === payout.kind) ?? 'address'
    const destination = open(payout.sealed, payoutContext(awardId))
    return { reference: award.submission.reference, units: award.units, kind, network, destination, heldUntil }
  })
}

type Wanted = Readonly<{ format: 'csv' }> | Readonly<{ format: 'safe'; chainId: number }>

/**
 * What is cleared for payment, by reference, and a line in the record of how many and of each award. A Safe file takes only addresses of its chain.
 * Refuses 'staff.forbidden', and 'campaign.stopped' while payments are.
 */
export async function exportPayouts(actor: StaffActor, wanted: Wanted): Promise<readonly PayoutRow[]> {
  mustBeAllowed(actor, 'payout.see')
  const at = now()
  return db.$transaction(async (tx) => {
    await mustRun(tx, 'payouts')
    const found = await tx.award.findMany({
      where: { campaignId, state: 'cleared', submission: { status: 'selected' }, payout: { isNot: null } },
      include: { payout: true, submission: { select: { reference: true } } },
      orderBy: { submission: { reference: 'asc' } },
    })
    const rows = found.flatMap(({ id, units, payBy, payout, submission }) => {
      if (!payout || (payout.heldUntil && at < payout.heldUntil)) return []
      if (wanted.format === 'safe' && networkOf(payout.network ?? '')?.chainId !== wanted.chainId) return []
      const { kind, network } = payout
      return [
        { id, row: { reference: submission.reference, units, kind, network, destination: open(payout.sealed, payoutContext(id)), payBy } },
      ]
    })
    // Of each award too: its details can change later, when nobody sees any more that it may have been paid.
    for (const { id } of rows)
      await record(tx, { actor, action: 'payout.exported', subject: { kind: 'award', id }, at, data: { format: wanted.format } })
    const data = { format: wanted.format, rows: rows.length, ...(wanted.format === 'safe' && { chainId: wanted.chainId }) }
    await record(tx, { actor, action: 'payout.exported', subject: { kind: 'campaign', id: campaignId }, at, data })
    return rows.map(({ row }) => row)
  })
}
