import 'server-only'
import type { AuditAction } from '#lib/audit/actions.ts'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import type { Because } from '../desk/form.ts'
import { campaignId } from '../schema.ts'
import { holdCampaign, mustBeSeen, tell } from './change.ts'
import { textOf } from './settings.ts'

/**
 * Proposes another closing date, for another admin to confirm.
 * Refuses 'staff.forbidden', 'campaign.changed', 'closing.open' while another proposal waits, and what cannot be: 'closingSame',
 * 'closingPast', 'closingBeforeOpening', 'closingAfterResults', 'closing.released'.
 */
export async function proposeClosing(actor: StaffActor, { to, reason, version }: Readonly<{ to: Date | null }> & Because): Promise<void> {
  mustBeAllowed(actor, 'campaign.set')
  const at = now()
  await db.$transaction(async (tx) => {
    const campaign = await holdCampaign(tx)
    mustBeSeen(campaign, version)
    if (textOf(campaign.closesAt) === textOf(to)) throw new Refusal('closingSame', 'closesAt')
    await refuseImpossible(tx, campaign, { to, at })
    const proposal = { id: newId(), campaignId, from: campaign.closesAt, to, reason, proposedById: actor.id, proposedAt: at }
    const { count } = await tx.closingProposal.createMany({ data: [proposal], skipDuplicates: true })
    if (count === 0) throw new Refusal('closing.open')
    await note(tx, { actor, action: 'closing.proposed', at }, proposal)
  })
}

/**
 * Confirms a proposed closing date, which holds from now on. Refuses 'staff.forbidden', 'closing.own' for whoever proposed it,
 * 'closing.decided' when it no longer waits, 'campaign.changed' when the date it started from is another by now, and what cannot be.
 */
export async function confirmClosing(actor: StaffActor, proposalId: string): Promise<void> {
  mustBeAllowed(actor, 'campaign.set')
  const at = now()
  await db.$transaction(async (tx) => {
    const campaign = await holdCampaign(tx)
    const proposal = await waiting(tx, proposalId)
    if (proposal.proposedById === actor.id) throw new Refusal('closing.own')
    if (textOf(campaign.closesAt) !== textOf(proposal.from)) throw new Refusal('campaign.changed')
    await refuseImpossible(tx, campaign, { to: proposal.to, at })
    await decide(tx, proposalId, { decidedById: actor.id, decidedAt: at, outcome: 'confirmed' })
    await apply(tx, proposal.to)
    const change = { setting: 'closesAt', from: textOf(proposal.from), to: textOf(proposal.to) }
    await tell(tx, [change], { actor, reason: proposal.reason, at })
    await note(tx, { actor, action: 'closing.confirmed', at }, proposal)
  })
}

/** Turns a proposed closing date down, or takes one's own back. Refuses 'staff.forbidden' and 'closing.decided'. */
export async function declineClosing(actor: StaffActor, proposalId: string): Promise<void> {
  mustBeAllowed(actor, 'campaign.set')
  const at = now()
  await db.$transaction(async (tx) => {
    await holdCampaign(tx)
    const proposal = await waiting(tx, proposalId)
    await decide(tx, proposalId, { decidedById: actor.id, decidedAt: at, outcome: 'declined' })
    await note(tx, { actor, action: 'closing.declined', at }, proposal)
  })
}

type Campaign = Readonly<{ opensAt: Date; closesAt: Date | null; resultsAt: Date | null }>

/** Nobody's entry may turn out late, nothing may close before it opened, and nothing closes after its results. */
async function refuseImpossible(
  tx: Tx,
  { opensAt, resultsAt }: Campaign,
  { to, at }: Readonly<{ to: Date | null; at: Date }>,
): Promise<void> {
  const released = await tx.campaign.count({ where: { id: campaignId, releases: { some: { releasedAt: { not: null } } } } })
  if (released > 0) throw new Refusal('closing.released')
  if (to && to <= opensAt) throw new Refusal('closingBeforeOpening', 'closesAt')
  if (to && to <= at) throw new Refusal('closingPast', 'closesAt')
  if (resultsAt && (!to || to >= resultsAt)) throw new Refusal('closingAfterResults', 'closesAt')
}

async function waiting(tx: Tx, id: string) {
  const found = /^[0-9a-f-]{36}$/.test(id) && (await tx.closingProposal.findFirst({ where: { id, decidedAt: null } }))
  if (!found) throw new Refusal('closing.decided')
  return found
}

async function decide(
  tx: Tx,
  id: string,
  data: Readonly<{ decidedById: string; decidedAt: Date; outcome: 'confirmed' | 'declined' }>,
): Promise<void> {
  const { count } = await tx.closingProposal.updateMany({ where: { id, decidedAt: null }, data })
  if (count === 0) throw new Refusal('closing.decided')
}

async function apply(tx: Tx, closesAt: Date | null): Promise<void> {
  await tx.campaign.update({ where: { id: campaignId }, data: { closesAt, version: { increment: 1 } } })
}

type Act = Readonly<{ actor: StaffActor; action: AuditAction; at: Date }>

async function note(tx: Tx, act: Act, { id, from, to }: Readonly<{ id: string; from: Date | null; to: Date | null }>): Promise<void> {
  const data = { proposal: id, from: textOf(from), to: textOf(to) }
  await record(tx, { ...act, subject: { kind: 'campaign', id: campaignId }, data })
}
