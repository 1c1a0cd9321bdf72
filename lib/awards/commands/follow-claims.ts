import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import type { Tx } from '#lib/foundation/db.ts'
import { amount, dateTime } from '#lib/i18n/format.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import { system } from '#lib/staff/actor.ts'
import { oneByOne } from '#lib/submissions/commands/one-by-one.ts'
import { addressLetter } from '#lib/submissions/commands/own-letter.ts'
import { goneSince, hasLeft } from '../left.ts'
import { awardStateOf, isLive } from '../states.ts'
import { forfeitAward } from './forfeit.ts'
import { lockAward, type WholeAward } from './move.ts'

const lateMs = 2 * 86_400_000

/** Reminds everybody who has not claimed yet, at half time and two days before the end. Returns how many were reminded. */
export function remindClaims(): Promise<number> {
  const at = now()
  const late = new Date(at.getTime() + lateMs)
  return oneByOne({
    name: 'awards.remind-claims',
    due: (database, after, limit) => database.$queryRaw<{ id: string }[]>`
      select a.id from award a join submission s on s.id = a.submission_id
      where a.state = 'open' and s.status = 'selected' and a.claim_until > ${at} and (${after}::uuid is null or a.id > ${after}::uuid)
        and ((a.reminded_half_at is null and a.opened_at + (a.claim_until - a.opened_at) / 2 <= ${at})
          or (a.reminded_late_at is null and a.claim_until <= ${late}))
      order by a.id limit ${limit}::int`,
    work: (tx, id) => remind(tx, id, at),
  })
}

/** Which reminder is due; the later one makes the earlier one needless. */
function dueReminder({ openedAt, claimUntil, remindedHalfAt, remindedLateAt }: WholeAward, at: Date): 'half' | 'late' | null {
  if (!openedAt || !claimUntil || at >= claimUntil) return null
  if (!remindedLateAt && claimUntil.getTime() - lateMs <= at.getTime()) return 'late'
  const half = openedAt.getTime() + (claimUntil.getTime() - openedAt.getTime()) / 2
  return !remindedHalfAt && half <= at.getTime() ? 'half' : null
}

async function remind(tx: Tx, id: string, at: Date): Promise<boolean> {
  const award = await lockAward(tx, id)
  const due = award.state === 'open' && award.submission.status === 'selected' ? dueReminder(award, at) : null
  if (!due || !award.claimUntil) return false
  await tx.award.update({
    where: { id },
    data: { remindedHalfAt: award.remindedHalfAt ?? at, ...(due === 'late' && { remindedLateAt: at }) },
  })
  const { envelope, known } = await addressLetter(tx, award.submission, at)
  const values = { ...known, amount: amount(envelope.locale, award.units), until: dateTime(envelope.locale, award.claimUntil) }
  await queueMail(tx, { ...envelope, kind: 'award-reminder', values })
  await record(tx, { actor: system, action: 'award.reminded', subject: { kind: 'award', id }, at, data: { due } })
  return true
}

/**
 * Ends awards nobody claimed in time, and those of entries that left; an entry that was withdrawn keeps its award while it can come back.
 * Each amount is offered to the next reserve. Returns how many ended.
 */
export function closeClaims(): Promise<number> {
  const at = now()
  const gone = goneSince(at)
  return oneByOne({
    name: 'awards.close-claims',
    due: (database, after, limit) => database.$queryRaw<{ id: string }[]>`
      select a.id from award a join submission s on s.id = a.submission_id
      where a.state not in ('paid', 'forfeited', 'cancelled') and (${after}::uuid is null or a.id > ${after}::uuid)
        and ((a.state = 'open' and a.claim_until <= ${at} and s.status = 'selected')
          or (s.status <> 'selected' and (s.status <> 'withdrawn' or s.status_at <= ${gone})))
      order by a.id limit ${limit}::int`,
    work: (tx, id) => close(tx, id, at),
  })
}

async function close(tx: Tx, id: string, at: Date): Promise<boolean> {
  const award = await lockAward(tx, id)
  if (!isLive(awardStateOf(award.state)) || award.state === 'paid') return false
  const left = hasLeft(award.submission, at)
  const late = award.state === 'open' && award.submission.status === 'selected' && award.claimUntil !== null && award.claimUntil <= at
  if (!left && !late) return false
  await forfeitAward(tx, { award, why: left ? 'left' : 'no_claim', actor: system, at })
  return true
}
