import 'server-only'
import { record } from '#lib/audit/record.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { type StaffActor, system } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { firstStageReviews } from '../schema.ts'
import { assignEntry } from './assign.ts'

/** Entries looked at in one go: the next go takes the rest. */
const atOnce = 500

/** Ends what people who left were asked to read, and gives every entry that lacks readers as many as there are. Returns how many were asked. */
export async function spreadReading(): Promise<number> {
  await endOfThoseWhoLeft()
  const lacking = await db.$queryRaw<{ id: string }[]>`
    select s.id from submission s
    where s.campaign_id = ${campaignId} and s.status = 'eligible'
      and exists (select from blind_copy c where c.submission_id = s.id and c.approved_at is not null and not c.outdated)
      and (select count(*) from assignment a where a.submission_id = s.id and a.ended_at is null) < ${firstStageReviews}::int
    order by random() limit ${atOnce}::int`
  let asked = 0
  for (const { id } of lacking) asked += await assignEntry(id)
  return asked
}

/** The same, for an admin who does not want to wait for the clock. Refuses 'staff.forbidden'. */
export async function spreadNow(actor: StaffActor): Promise<number> {
  mustBeAllowed(actor, 'review.assign')
  return spreadReading()
}

/** What somebody finished stays; what they had begun goes, as nobody can finish it for them. */
async function endOfThoseWhoLeft(): Promise<void> {
  const at = now()
  await db.$transaction(async (tx) => {
    const ended = await tx.$queryRaw<{ submission_id: string; reviewer_id: string }[]>`
      update assignment a set ended_at = ${at}, ended_why = 'left' from staff_user u
      where u.id = a.reviewer_id and (u.removed_at is not null or u.role not in ('reviewer', 'admin')) and a.ended_at is null
        and not exists (select from review r where r.submission_id = a.submission_id and r.reviewer_id = a.reviewer_id and r.completed_at is not null)
      returning a.submission_id, a.reviewer_id`
    for (const { submission_id: id, reviewer_id: reviewer } of ended) {
      await tx.review.deleteMany({ where: { submissionId: id, reviewerId: reviewer, completedAt: null } })
      const subject = { kind: 'submission', id } as const
      await record(tx, { actor: system, action: 'assignment.ended', subject, at, data: { reviewer, why: 'left' } })
    }
  })
}
