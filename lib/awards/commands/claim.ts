import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { hashToken, newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { open, seal } from '#lib/foundation/sealed.ts'
import { amount, dateTime } from '#lib/i18n/format.ts'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'
import { allow, limits } from '#lib/limits/allow.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import { storyteller } from '#lib/staff/actor.ts'
import { addressLetter } from '#lib/submissions/commands/own-letter.ts'
import { lockOwnEntry } from '#lib/submissions/commands/own-lock.ts'
import { codeMinutes, hashDigits, newDigits } from '../codes.ts'
import type { Claim, PayoutDetails } from '../payout.ts'
import { awardStateOf, canChangeDetails, canDecline } from '../states.ts'
import { forfeitAward } from './forfeit.ts'
import { moveAward, type WholeAward } from './move.ts'

const [minuteMs, dayMs] = [60_000, 86_400_000]
export const holdHours = 24

/**
 * Mails a new code to the address of the entry this secret link opens; earlier ones stop working. Refuses 'entry.missing', 'claim.not-open'
 * when there is nothing to claim, change or decline, and 'claim.code-limit' (values minutes) after several.
 */
export async function mailClaimCode(key: string): Promise<void> {
  const at = now()
  await db.$transaction(async (tx) => {
    const award = await ownLiveAward(tx, key, at)
    const permit = await allow(tx, limits.awardCode, award.id)
    if (!permit.allowed) throw new Refusal('claim.code-limit', undefined, { minutes: minutesOf(permit.retryAfter) })
    const digits = newDigits()
    const hold = { awardId: award.id, usedAt: null, supersededAt: null }
    await tx.awardCode.updateMany({ where: hold, data: { supersededAt: at } })
    const expiresAt = new Date(at.getTime() + codeMinutes * minuteMs)
    await tx.awardCode.create({ data: { id: newId(), awardId: award.id, codeHash: hashDigits(award.id, digits), sentAt: at, expiresAt } })
    const { reference, phrase, email: to, id: submissionId } = award.submission
    const locale = localeOf(award.submission.locale) ?? defaultLocale
    await queueMail(tx, { kind: 'award-code', to, locale, submissionId, values: { reference, phrase, digits } })
    await record(tx, { actor: storyteller, action: 'award.code-mailed', subject: { kind: 'award', id: award.id }, at })
  })
}

/**
 * Says where an award is to be paid, with a mailed code. The first time it is claimed; later the details are replaced, nothing is handed on for
 * 24 hours, and a letter says so. The same sent again with the same code changes nothing and succeeds. Refuses 'entry.missing',
 * 'claim.not-open', 'claim.code-wrong' and 'claim.code-tries' (values minutes).
 */
export async function claimAward(key: string, { code, details }: Claim): Promise<'claimed' | 'changed'> {
  await countTry(key)
  const at = now()
  return db.$transaction(async (tx) => {
    const award = await ownLiveAward(tx, key, at)
    const before = await takenBefore(tx, award.id, { code, details, at })
    if (before) return before
    await spendCode(tx, award.id, { code, at })
    return award.state === 'open' ? claim(tx, award, { details, at }) : change(tx, award, { details, at })
  })
}

/**
 * Declines an award with a mailed code: it is offered to the next reserve. Declining what was just declined changes nothing and succeeds.
 * Refuses as claimAward() does, and 'claim.no-longer' once it is on its way.
 */
export async function declineAward(key: string, code: string): Promise<void> {
  await countTry(key)
  const at = now()
  await db.$transaction(async (tx) => {
    if (await wasDeclined(tx, await lockOwnEntry(tx, key))) return
    const award = await ownLiveAward(tx, key, at)
    if (!canDecline(awardStateOf(award.state))) throw new Refusal('claim.no-longer')
    await spendCode(tx, award.id, { code, at })
    await forfeitAward(tx, { award, why: 'declined', actor: storyteller, at })
  })
}

/** Counted on its own, so that a wrong code counts although nothing else of it stays. */
async function countTry(key: string): Promise<void> {
  const permit = await allow(db, limits.awardCodeTry, hashToken(key))
  if (!permit.allowed) throw new Refusal('claim.code-tries', undefined, { minutes: minutesOf(permit.retryAfter) })
}

function minutesOf(seconds: number): number {
  return Math.max(2, Math.ceil(seconds / 60))
}

/** The award of this link's entry that can be claimed, changed or declined now. Its entry is locked. */
async function ownLiveAward(tx: Tx, key: string, at: Date): Promise<WholeAward> {
  const submissionId = await lockOwnEntry(tx, key)
  const award = await tx.award.findFirst({
    where: { submissionId, state: { notIn: ['forfeited', 'cancelled'] } },
    include: { submission: true },
  })
  const isOpen = award?.state === 'open' && award.claimUntil !== null && at < award.claimUntil
  if (award?.submission.status !== 'selected' || !(isOpen || canChangeDetails(awardStateOf(award.state))))
    throw new Refusal('claim.not-open')
  return award
}

async function spendCode(tx: Tx, awardId: string, { code, at }: Readonly<{ code: string; at: Date }>): Promise<void> {
  const { count } = await tx.awardCode.updateMany({
    where: { awardId, codeHash: hashDigits(awardId, code), usedAt: null, supersededAt: null, expiresAt: { gt: at } },
    data: { usedAt: at },
  })
  if (count === 0) throw new Refusal('claim.code-wrong')
}

/** What this very claim did when it was sent before: these details were taken with this code, which would still work; otherwise null. */
async function takenBefore(
  tx: Tx,
  awardId: string,
  { code, details, at }: Claim & Readonly<{ at: Date }>,
): Promise<'claimed' | 'changed' | null> {
  const payout = await tx.payout.findUnique({ where: { awardId } })
  if (!payout || payout.kind !== details.kind || payout.network !== details.network) return null
  const used = { awardId, codeHash: hashDigits(awardId, code), usedAt: payout.enteredAt, expiresAt: { gt: at } }
  // Before anything is opened: what was sealed with an earlier secret has to stay replaceable.
  if ((await tx.awardCode.count({ where: used })) === 0) return null
  if (open(payout.sealed, payoutContext(awardId)) !== details.destination) return null
  return payout.heldUntil ? 'changed' : 'claimed'
}

/** Whether the last award of this entry was declined. */
async function wasDeclined(tx: Tx, submissionId: string): Promise<boolean> {
  const last = await tx.award.findFirst({ where: { submissionId }, orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }] })
  return last?.forfeitedWhy === 'declined'
}

type Telling = Readonly<{ details: PayoutDetails; at: Date }>

async function claim(tx: Tx, award: WholeAward, { details, at }: Telling): Promise<'claimed'> {
  const { payWithinDays } = await tx.campaign.findUniqueOrThrow({ where: { id: award.campaignId }, select: { payWithinDays: true } })
  const payBy = payWithinDays === null ? null : new Date(at.getTime() + payWithinDays * dayMs)
  await moveAward(tx, award, { to: 'claimed', at, data: { claimedAt: at, payBy } })
  await tx.payout.create({ data: { awardId: award.id, ...sealed(award.id, details), enteredAt: at } })
  const { envelope, known } = await addressLetter(tx, award.submission, at)
  const values = { ...known, amount: amount(envelope.locale, award.units), payBy: payBy && dateTime(envelope.locale, payBy) }
  await queueMail(tx, { ...envelope, kind: 'award-claimed', values })
  await record(tx, {
    actor: storyteller,
    action: 'award.claimed',
    subject: { kind: 'award', id: award.id },
    at,
    data: { kind: details.kind },
  })
  return 'claimed'
}

async function change(tx: Tx, award: WholeAward, { details, at }: Telling): Promise<'changed'> {
  const heldUntil = new Date(at.getTime() + holdHours * 60 * minuteMs)
  if (award.state !== 'claimed') await moveAward(tx, award, { to: 'claimed', at })
  const told = { ...sealed(award.id, details), enteredAt: at, heldUntil }
  await tx.payout.upsert({ where: { awardId: award.id }, create: { awardId: award.id, ...told }, update: told })
  const { envelope, known } = await addressLetter(tx, award.submission, at)
  await queueMail(tx, { ...envelope, kind: 'award-changed', values: { ...known, heldUntil: dateTime(envelope.locale, heldUntil) } })
  await record(tx, {
    actor: storyteller,
    action: 'award.details-changed',
    subject: { kind: 'award', id: award.id },
    at,
    data: { from: award.state },
  })
  return 'changed'
}

function sealed(awardId: string, details: PayoutDetails) {
  return { kind: details.kind, network: details.network, sealed: seal(details.destination, payoutContext(awardId)) }
}

/** What sealed details are bound to: those of another award do not open here. */
export function payoutContext(awardId: string): string {
  return `payout:${awardId}`
}
