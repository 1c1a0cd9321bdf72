import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { amount, dateTime } from '#lib/i18n/format.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { addressLetter } from '#lib/submissions/commands/own-letter.ts'
import { hasLeft } from '../left.ts'
import { forfeitAward } from './forfeit.ts'
import { lockVersion, moveAward } from './move.ts'

/** One award as this person saw it. */
export type Seen = Readonly<{ id: string; version: number }>

const dayMs = 86_400_000

/**
 * Puts a person behind a proposal that the clock made after an award was forfeited; another one has to confirm it. Refuses 'staff.forbidden',
 * 'award.unknown', 'award.changed' and 'award.taken-up' when somebody stands behind it already.
 */
export async function takeUpAward(actor: StaffActor, seen: Seen): Promise<void> {
  mustBeAllowed(actor, 'award.propose')
  const at = now()
  await db.$transaction(async (tx) => {
    const award = await lockVersion(tx, seen)
    if (award.state !== 'proposed' || award.proposedById) throw new Refusal('award.taken-up')
    await tx.award.update({ where: { id: award.id }, data: { proposedById: actor.id, version: { increment: 1 } } })
    await record(tx, { actor, action: 'award.taken-up', subject: { kind: 'award', id: award.id }, at })
  })
}

/**
 * Confirms a proposal, once, by somebody else than who made it. Refuses 'staff.forbidden', 'award.unknown', 'award.changed', 'award.cannot-move',
 * 'award.not-taken-up', 'award.own-proposal' and 'award.not-selected' (values reference) when the entry has left meanwhile.
 */
export async function confirmAward(actor: StaffActor, seen: Seen): Promise<void> {
  mustBeAllowed(actor, 'award.confirm')
  const at = now()
  await db.$transaction(async (tx) => {
    const award = await lockVersion(tx, seen)
    if (award.state === 'proposed' && !award.proposedById) throw new Refusal('award.not-taken-up')
    if (award.proposedById === actor.id) throw new Refusal('award.own-proposal')
    if (award.submission.status !== 'selected')
      throw new Refusal('award.not-selected', undefined, { reference: award.submission.reference })
    await moveAward(tx, award, { to: 'confirmed', at, data: { confirmedById: actor.id, confirmedAt: at } })
    await record(tx, { actor, action: 'award.confirmed', subject: { kind: 'award', id: award.id }, at })
  })
}

/**
 * Takes a proposal back before it is confirmed: its amount can be given again. That of an entry that left ends as the clock would end it, so
 * that a reserve moves up. Refuses 'staff.forbidden', 'award.unknown', 'award.changed', and 'award.cannot-move' (values from) for an award
 * that is confirmed, or whose entry was withdrawn and can still come back.
 */
export async function cancelAward(actor: StaffActor, seen: Seen): Promise<void> {
  mustBeAllowed(actor, 'award.propose')
  const at = now()
  await db.$transaction(async (tx) => {
    const award = await lockVersion(tx, seen)
    if (award.state !== 'proposed') throw new Refusal('award.cannot-move', undefined, { from: award.state })
    if (hasLeft(award.submission, at)) return forfeitAward(tx, { award, why: 'left', actor, at })
    if (award.submission.status !== 'selected') throw new Refusal('award.cannot-move', undefined, { from: award.state })
    await moveAward(tx, award, { to: 'cancelled', at })
    await record(tx, { actor, action: 'award.cancelled', subject: { kind: 'award', id: award.id }, at })
  })
}

/**
 * Opens a confirmed award to its storyteller and tells them until when they can claim it. Refuses 'staff.forbidden', 'award.unknown',
 * 'award.changed', 'award.cannot-move', 'award.not-selected' and 'award.no-claim-days' while the claim period is not decided.
 */
export async function openAward(actor: StaffActor, seen: Seen): Promise<void> {
  mustBeAllowed(actor, 'award.confirm')
  const at = now()
  await db.$transaction(async (tx) => {
    const award = await lockVersion(tx, seen)
    const { claimDays } = await tx.campaign.findUniqueOrThrow({ where: { id: award.campaignId }, select: { claimDays: true } })
    if (claimDays === null) throw new Refusal('award.no-claim-days')
    if (award.submission.status !== 'selected')
      throw new Refusal('award.not-selected', undefined, { reference: award.submission.reference })
    const claimUntil = new Date(at.getTime() + claimDays * dayMs)
    await moveAward(tx, award, { to: 'open', at, data: { openedAt: at, claimUntil } })
    const { envelope, known } = await addressLetter(tx, award.submission, at)
    const values = { ...known, amount: amount(envelope.locale, award.units), until: dateTime(envelope.locale, claimUntil) }
    await queueMail(tx, { ...envelope, kind: 'award-open', values })
    await record(tx, {
      actor,
      action: 'award.opened',
      subject: { kind: 'award', id: award.id },
      at,
      data: { claimUntil: claimUntil.toISOString() },
    })
  })
}
