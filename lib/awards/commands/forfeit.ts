import 'server-only'
import { record } from '#lib/audit/record.ts'
import type { Tx } from '#lib/foundation/db.ts'
import { amount } from '#lib/i18n/format.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import { offerNextReserve } from '#lib/review/commands/offer-reserve.ts'
import { type Actor, system } from '#lib/staff/actor.ts'
import { addressLetter } from '#lib/submissions/commands/own-letter.ts'
import { awardStateOf, canGo, type ForfeitReason } from '../states.ts'
import { moveAward, type WholeAward } from './move.ts'

import { proposeAgain } from './propose.ts'

type Forfeit = Readonly<{ award: WholeAward; why: ForfeitReason; actor: Actor; at: Date }>

/**
 * Ends an award inside the caller's transaction: the amount goes back to the pool and is offered to the next entry on the reserve list, as a
 * proposal for two people; payout details are erased; the storyteller is told, unless nobody is left to tell. Refuses 'award.cannot-move'.
 */
export async function forfeitAward(tx: Tx, { award, why, actor, at }: Forfeit): Promise<void> {
  // Entries are locked before the pool is, here and everywhere: two of these never wait for each other.
  const next = canGo(awardStateOf(award.state), 'forfeited') ? await offerNextReserve(tx, { at, actor: system }) : null
  await moveAward(tx, award, { to: 'forfeited', at, data: { forfeitedWhy: why } })
  await tx.payout.deleteMany({ where: { awardId: award.id } })
  await tx.awardCode.deleteMany({ where: { awardId: award.id } })
  await record(tx, { actor, action: 'award.forfeited', subject: { kind: 'award', id: award.id }, at, data: { why, from: award.state } })
  await tell(tx, award, { why, at })
  if (next) await proposeAgain(tx, { submissionId: next.submissionId, units: award.units, replacesId: award.id, at })
}

/** Nobody is told of an award they never heard of. */
async function tell(tx: Tx, award: WholeAward, { why, at }: Readonly<{ why: ForfeitReason; at: Date }>): Promise<void> {
  if (award.submission.status === 'erased' || !award.openedAt) return
  const { envelope, known } = await addressLetter(tx, award.submission, at)
  await queueMail(tx, { ...envelope, kind: 'award-forfeited', values: { ...known, amount: amount(envelope.locale, award.units), why } })
}
