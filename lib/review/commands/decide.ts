import 'server-only'
import { record } from '#lib/audit/record.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import type { Decided } from '../selection/decision-form.ts'
import { lacksFor, type ReasonTag, reviewsNeeded } from '../selection/schema.ts'
import { leaveReserveList, roomOnReserveList } from './reserve-list.ts'
import { lockSelection } from './selection-lock.ts'
import { standingOf } from './standing.ts'

/** Names one state of a decision: a form that was filled in beside another one overwrites nothing. */
export function seenOf(decision: Readonly<{ decidedAt: Date; decidedById: string }> | null): string {
  return decision ? `${decision.decidedAt.toISOString()} ${decision.decidedById}` : 'none'
}

/**
 * Decides about one entry, hidden from everybody outside until the release; a decision that was not released yet is replaced.
 * Refuses 'staff.forbidden', 'submission.unknown', 'decision.not-eligible' (values status), 'decision.changed' when it is no longer as this
 * person saw it, and 'decision.lacks' with what is missing (values lacks: a list of reviews, independent, flag; have, need).
 */
export async function decide(actor: StaffActor, input: Decided & Readonly<{ reference: string }>): Promise<void> {
  mustBeAllowed(actor, 'selection.decide')
  const at = now()
  await db.$transaction(async (tx) => {
    await lockSelection(tx)
    const entry = await lockedEntry(tx, input.reference)
    const before = await tx.decision.findUnique({ where: { submissionId: entry.id } })
    if (seenOf(before) !== input.seen) throw new Refusal('decision.changed')
    const standing = await standingOf(tx, entry.id)
    const lacks = lacksFor(input.outcome, standing)
    if (lacks.length > 0) {
      const values = { lacks: lacks.join(' '), have: standing.reviews, need: reviewsNeeded[input.outcome], flags: standing.openFlags }
      throw new Refusal('decision.lacks', 'outcome', values)
    }
    await write(tx, { actor, input, at, submissionId: entry.id, kept: before?.outcome === 'reserve' ? before.reserveOrder : null })
    const data = { outcome: input.outcome, reasons: input.reasons.join(' '), before: before?.outcome ?? null }
    await record(tx, { actor, action: 'decision.made', subject: { kind: 'submission', id: entry.id }, at, data })
  })
}

async function lockedEntry(tx: Tx, reference: string): Promise<{ id: string }> {
  const [entry] = await tx.$queryRaw<{ id: string; status: string }[]>`
    select id, status from submission where campaign_id = ${campaignId} and reference = ${reference} for update`
  if (!entry) throw new Refusal('submission.unknown')
  if (entry.status !== 'eligible') throw new Refusal('decision.not-eligible', undefined, { status: entry.status })
  return entry
}

type Writing = Readonly<{ actor: StaffActor; input: Decided; at: Date; submissionId: string; kept: number | null }>

async function write(tx: Tx, { actor, input, at, submissionId, kept }: Writing): Promise<void> {
  const { outcome, reasons, note } = input
  // Off the list before it is put on it again, so that the places of the others stay without a gap.
  await leaveReserveList(tx, submissionId)
  const reserveOrder = outcome === 'reserve' ? await roomOnReserveList(tx, input.place ?? kept) : null
  const data = { outcome, reserveOrder, reasons: [...reasons], note, decidedById: actor.id, decidedAt: at }
  await tx.decision.upsert({ where: { submissionId }, create: { submissionId, ...data }, update: data })
}

/**
 * Says "not selected this time" of every eligible entry that has no decision and was read by at least two people; the others stay undecided.
 * Returns how many were decided and how many were left. Refuses 'staff.forbidden'.
 */
export async function decideRest(
  actor: StaffActor,
  { reasons }: Readonly<{ reasons: readonly ReasonTag[] }>,
): Promise<Readonly<{ decided: number; left: number }>> {
  mustBeAllowed(actor, 'selection.decide')
  const at = now()
  return db.$transaction(async (tx) => {
    await lockSelection(tx)
    const decided = await tx.$executeRaw`
      insert into decision (submission_id, outcome, reasons, decided_by_id, decided_at)
      select s.id, 'not_selected', ${[...reasons]}::text[], ${actor.id}::uuid, ${at}
      from submission s
      where s.campaign_id = ${campaignId} and s.status = 'eligible' and not exists (select from decision d where d.submission_id = s.id)
        and (select count(*) from review r where r.submission_id = s.id and r.completed_at is not null) >= ${reviewsNeeded.not_selected}::int`
    const left = await tx.submission.count({ where: { campaignId, status: 'eligible', decision: null } })
    const data = { outcome: 'not_selected', reasons: reasons.join(' '), count: decided }
    if (decided > 0) await record(tx, { actor, action: 'decision.made', subject: { kind: 'campaign', id: campaignId }, at, data })
    return { decided, left }
  })
}
