import 'server-only'
import type { AuditAction } from '#lib/audit/actions.ts'
import { record } from '#lib/audit/record.ts'
import { mustRun } from '#lib/campaign/stops.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { amount } from '#lib/i18n/format.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { addressLetter } from '#lib/submissions/commands/own-letter.ts'
import type { AwardState } from '../states.ts'
import type { Seen } from './decide.ts'
import { forfeitAward } from './forfeit.ts'
import { lockVersion, moveAward, type WholeAward } from './move.ts'

const steps = {
  'hand-off': { to: 'handed_off', action: 'award.handed-off' },
  clear: { to: 'cleared', action: 'award.cleared' },
  block: { to: 'blocked', action: 'award.blocked' },
} as const satisfies Record<string, Readonly<{ to: AwardState; action: AuditAction }>>

/** What staff note about the checks that a payment goes through outside this site. */
export type CheckStep = keyof typeof steps

/**
 * Notes that a claimed award went to the people who check payments, or what they answered. Refuses 'staff.forbidden', 'award.unknown',
 * 'award.changed', 'award.cannot-move', 'award.not-selected' when the entry left, and 'award.held' (values untilAt) while details are new.
 */
export async function checkAward(actor: StaffActor, { step, ...seen }: Seen & Readonly<{ step: CheckStep }>): Promise<void> {
  mustBeAllowed(actor, 'award.confirm')
  const at = now()
  await db.$transaction(async (tx) => {
    const award = await lockVersion(tx, seen)
    const { to, action } = steps[step]
    await mustBePayable(tx, award, at)
    await moveAward(tx, award, { to, at })
    await record(tx, { actor, action, subject: { kind: 'award', id: award.id }, at })
  })
}

/**
 * Notes that an award was paid, with what finds the payment again, and tells the storyteller. Refuses as checkAward() does, and
 * 'campaign.stopped' while payments are. `reference` is 4 to 200 characters in one line.
 */
export async function payAward(actor: StaffActor, { reference, ...seen }: Seen & Readonly<{ reference: string }>): Promise<void> {
  mustBeAllowed(actor, 'award.confirm')
  const at = now()
  await db.$transaction(async (tx) => {
    await mustRun(tx, 'payouts')
    const award = await lockVersion(tx, seen)
    await mustBePayable(tx, award, at)
    await moveAward(tx, award, { to: 'paid', at, data: { paidAt: at, paymentReference: reference } })
    const { envelope, known } = await addressLetter(tx, award.submission, at)
    const values = { ...known, amount: amount(envelope.locale, award.units), payment: reference }
    await queueMail(tx, { ...envelope, kind: 'award-paid', values })
    await record(tx, { actor, action: 'award.paid', subject: { kind: 'award', id: award.id }, at })
  })
}

/** Ends an award whose payment was blocked; the next reserve is offered its amount. Refuses as checkAward() does, but for entries that left. */
export async function giveUpBlocked(actor: StaffActor, seen: Seen): Promise<void> {
  mustBeAllowed(actor, 'award.confirm')
  const at = now()
  await db.$transaction(async (tx) => {
    const award = await lockVersion(tx, seen)
    if (award.state !== 'blocked') throw new Refusal('award.cannot-move', undefined, { from: award.state })
    await forfeitAward(tx, { award, why: 'blocked', actor, at })
  })
}

/** Nothing is handed on or paid for an entry that left, without details, or with details that were just changed. */
async function mustBePayable(tx: Tx, award: WholeAward, at: Date): Promise<void> {
  if (award.submission.status !== 'selected') throw new Refusal('award.not-selected', undefined, { reference: award.submission.reference })
  const payout = await tx.payout.findUnique({ where: { awardId: award.id } })
  if (!payout) throw new Refusal('award.cannot-move', undefined, { from: award.state })
  if (payout.heldUntil && at < payout.heldUntil) throw new Refusal('award.held', undefined, { untilAt: payout.heldUntil.toISOString() })
}
