import 'server-only'
import type { AuditAction } from '#lib/audit/actions.ts'
import { record } from '#lib/audit/record.ts'
import { type IneligibilityRule, ineligibilityRule } from '#lib/campaign/ineligibility.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { translator } from '#lib/i18n/translator.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { addressLetter } from '../commands/own-letter.ts'
import { canMove, type Status, statusOf } from '../lifecycle.ts'
import type { Disqualified } from './disqualify-schema.ts'

/**
 * Proposes to take an entry out of the competition, with the rule and the note it rests on, for another admin to confirm. The entry stays
 * as it is. Refuses 'staff.forbidden', 'submission.unknown', 'submission.changed' when it is no longer as this person saw it,
 * 'submission.cannot-move' (values from) where the lifecycle knows no such step, and 'disqualification.open' while another proposal waits.
 */
export async function proposeDisqualification(actor: StaffActor, { reference, version, rule, note }: Disqualified): Promise<void> {
  mustBeAllowed(actor, 'submission.disqualify')
  const at = now()
  await db.$transaction(async (tx) => {
    // Locked: an erasure at once would leave the note behind.
    const [entry] = await tx.$queryRaw<{ id: string; status: string; version: number }[]>`
      select id, status, version from submission where reference = ${reference} for no key update`
    if (!entry) throw new Refusal('submission.unknown')
    if (entry.version !== version) throw new Refusal('submission.changed')
    refuseImpossible(statusOf(entry.status))
    const proposal = { id: newId(), submissionId: entry.id, version, rule, note, proposedById: actor.id, proposedAt: at }
    const { count } = await tx.disqualification.createMany({ data: [proposal], skipDuplicates: true })
    if (count === 0) throw new Refusal('disqualification.open')
    await tell(tx, { actor, action: 'disqualification.proposed', at }, proposal)
  })
}

/**
 * Confirms what another admin proposed, for good: the entry, its history, the rule with the note for staff, audit and the storyteller's
 * letter together or not at all. An award of it is ended by the clock, and a reserve moves up. Refuses 'staff.forbidden',
 * 'disqualification.decided' when it no longer waits, 'disqualification.own' for whoever proposed it, 'submission.changed' when the entry
 * is no longer as that person saw it, and 'submission.cannot-move' (values from).
 */
export async function confirmDisqualification(actor: StaffActor, proposalId: string): Promise<void> {
  mustBeAllowed(actor, 'submission.disqualify')
  const at = now()
  await db.$transaction(async (tx) => {
    const { submission: entry, ...proposal } = await waiting(tx, proposalId)
    if (proposal.proposedById === actor.id) throw new Refusal('disqualification.own')
    const [from, version] = [statusOf(entry.status), proposal.version]
    if (entry.version !== version) throw new Refusal('submission.changed')
    refuseImpossible(from)
    const { count } = await tx.submission.updateMany({
      where: { id: entry.id, status: from, version },
      data: { status: 'disqualified', statusAt: at, version: { increment: 1 } },
    })
    if (count === 0) throw new Refusal('submission.changed')
    await decide(tx, proposalId, { decidedById: actor.id, decidedAt: at, outcome: 'confirmed' })
    await writeDown(tx, proposal, { actor, from, at })
    const { envelope, known } = await addressLetter(tx, entry, at)
    const values = { ...known, rule: translator(envelope.locale, 'entry')(`ineligible.${proposal.rule}`) }
    await queueMail(tx, { ...envelope, kind: 'disqualified', values })
    await tell(tx, { actor, action: 'submission.disqualified', at, from }, proposal)
  })
}

/** Drops a proposal, or takes one's own back; the entry stays as it is. Refuses 'staff.forbidden' and 'disqualification.decided'. */
export async function dropDisqualification(actor: StaffActor, proposalId: string): Promise<void> {
  mustBeAllowed(actor, 'submission.disqualify')
  const at = now()
  await db.$transaction(async (tx) => {
    const proposal = await waiting(tx, proposalId)
    await decide(tx, proposalId, { decidedById: actor.id, decidedAt: at, outcome: 'dropped' })
    await tell(tx, { actor, action: 'disqualification.dropped', at }, proposal)
  })
}

type Proposal = Readonly<{ id: string; submissionId: string; rule: IneligibilityRule; note: string | null; proposedById: string }>

function refuseImpossible(from: Status): void {
  if (!canMove(from, 'disqualified')) throw new Refusal('submission.cannot-move', undefined, { from })
}

async function waiting(tx: Tx, id: string) {
  const where = { id, decidedAt: null }
  const found = /^[0-9a-f-]{36}$/.test(id) ? await tx.disqualification.findFirst({ where, include: { submission: true } }) : null
  const rule = found && ineligibilityRule(found.rule)
  if (!rule) throw new Refusal('disqualification.decided')
  return { ...found, rule }
}

async function decide(
  tx: Tx,
  id: string,
  data: Readonly<{ decidedById: string; decidedAt: Date; outcome: 'confirmed' | 'dropped' }>,
): Promise<void> {
  const { count } = await tx.disqualification.updateMany({ where: { id, decidedAt: null }, data })
  if (count === 0) throw new Refusal('disqualification.decided')
}

/** The move is by whoever confirmed it, the look at the entry by whoever proposed it. */
async function writeDown(
  tx: Tx,
  { submissionId, rule, note, proposedById }: Proposal,
  { actor, from, at }: Readonly<{ actor: StaffActor; from: Status; at: Date }>,
): Promise<void> {
  const to = 'disqualified'
  await tx.statusChange.create({ data: { id: newId(), submissionId, staffId: actor.id, at, from, to } })
  await tx.screening.create({ data: { id: newId(), submissionId, staffId: proposedById, at, outcome: to, rule, note, checklist: {} } })
}

type Act = Readonly<{ actor: StaffActor; action: AuditAction; at: Date; from?: Status }>

async function tell(
  tx: Tx,
  { from, ...act }: Act,
  { id, submissionId, rule }: Pick<Proposal, 'id' | 'submissionId' | 'rule'>,
): Promise<void> {
  const data = { ...(from && { from }), rule, proposal: id }
  await record(tx, { ...act, subject: { kind: 'submission', id: submissionId }, data })
}
