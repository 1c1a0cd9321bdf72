import 'server-only'
import { record } from '#lib/audit/record.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import type { Tx } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import type { StaffActor, SystemActor } from '#lib/staff/actor.ts'
import { newEntryUrl } from '#lib/submissions/entry-link.ts'
import { type Addressee, resultLetter } from '../selection/letters.ts'
import { lockSelection } from './selection-lock.ts'

type Next = Omit<Addressee, 'outcome' | 'storyOnly'>

/**
 * Moves the first of the reserve list who may receive a prize to the selected stories, tells them by mail and records it, inside the caller's
 * transaction; null when nobody is left. The order is the released one. Passed over while it lasts: an open safety flag, and a region
 * without prizes. Whoever asks at the same moment gets the next one. `placeOf`: the id of an entry that left, whose place is given on once.
 */
export async function offerNextReserve(
  tx: Tx,
  { at, actor, placeOf = null }: Readonly<{ at: Date; actor: StaffActor | SystemActor; placeOf?: string | null }>,
): Promise<Readonly<{ submissionId: string }> | null> {
  await lockSelection(tx)
  const [next] = await tx.$queryRaw<Next[]>`
    select s.id, s.reference, s.locale, s.email, s.phrase, d.reasons,
      (select answer from consent_event c where c.submission_id = s.id and c.purpose = 'film' order by c.at desc, c.id desc limit 1) as film
    from submission s join decision d on d.submission_id = s.id join release r on r.id = d.release_id
      join survey_answers a on a.submission_id = s.id
    where s.campaign_id = ${campaignId} and s.status = 'reserve' and d.outcome = 'reserve' and r.released_at is not null and a.region = 'open'
      and not exists (select from safety_flag f where f.submission_id = s.id and f.resolved_at is null)
    order by d.reserve_order limit 1
    for update of s`
  if (!next) return null
  const { id } = next
  await tx.submission.update({ where: { id }, data: { status: 'selected', statusAt: at, version: { increment: 1 } } })
  const byClock = actor.kind === 'system'
  const staffId = actor.kind === 'staff' ? actor.id : null
  await tx.statusChange.create({
    data: { id: newId(), submissionId: id, from: 'reserve', to: 'selected', at, staffId, byClock, placeOfId: placeOf },
  })
  const { locale, values } = resultLetter({ ...next, outcome: 'selected', storyOnly: false }, '')
  const entryUrl = await newEntryUrl(tx, id, { locale, at })
  await queueMail(tx, { kind: 'reserve-selected', to: next.email, locale, submissionId: id, values: { ...values, entryUrl } })
  await record(tx, { actor, action: 'reserve.moved-up', subject: { kind: 'submission', id }, at })
  return { submissionId: id }
}
