import 'server-only'
import { record } from '#lib/audit/record.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { type StaffActor, system } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { firstStageReviews } from '../schema.ts'
import { assignEntry } from './assign.ts'
import { lockEntry } from './lock-entry.ts'
import { askInPlace } from './replace.ts'

/** Entries looked at in one go: the next go takes the rest. */
const atOnce = 500

/**
 * Ends what people who left were asked to read and asks others in their place, at either stage; then gives every entry that lacks readers as
 * many as there are. Returns how many were asked.
 */
export async function spreadReading(): Promise<number> {
  const replaced = await endOfThoseWhoLeft()
  const lacking = await db.$queryRaw<{ id: string }[]>`
    select s.id from submission s
    where s.campaign_id = ${campaignId} and s.status = 'eligible'
      and exists (select from blind_copy c where c.submission_id = s.id and c.approved_at is not null and not c.outdated)
      and (select count(*) from assignment a where a.submission_id = s.id and a.ended_at is null) < ${firstStageReviews}::int
    order by random() limit ${atOnce}::int`
  let asked = replaced
  for (const { id } of lacking) asked += await assignEntry(id)
  return asked
}

/** The same, for an admin who does not want to wait for the clock. Refuses 'staff.forbidden'. */
export async function spreadNow(actor: StaffActor): Promise<number> {
  mustBeAllowed(actor, 'review.assign')
  return spreadReading()
}

type Left = Readonly<{ submissionId: string; reviewerId: string; independent: boolean }>

/** What somebody finished stays; what they had begun goes, as nobody can finish it for them, and somebody else is asked in their place. */
async function endOfThoseWhoLeft(): Promise<number> {
  const left = await db.$queryRaw<Left[]>`
    select a.submission_id as "submissionId", a.reviewer_id as "reviewerId", u.independent from assignment a join staff_user u on u.id = a.reviewer_id
    where (u.removed_at is not null or u.role not in ('reviewer', 'admin')) and a.ended_at is null
      and not exists (select from review r where r.submission_id = a.submission_id and r.reviewer_id = a.reviewer_id and r.completed_at is not null)
    order by a.stage, a.assigned_at limit ${atOnce}::int`
  let asked = 0
  for (const one of left) asked += (await replace(one)) ? 1 : 0
  return asked
}

/** Ends one reading and asks somebody else in its place. True when somebody was asked. */
function replace({ submissionId, reviewerId, independent }: Left): Promise<boolean> {
  const at = now()
  return db.$transaction(async (tx) => {
    const entry = await lockEntry(tx, { id: submissionId })
    const where = { submissionId_reviewerId: { submissionId, reviewerId } }
    const reading = await tx.assignment.findUnique({ where })
    if (!reading || reading.endedAt) return false
    await tx.assignment.update({ where, data: { endedAt: at, endedWhy: 'left' } })
    await tx.review.deleteMany({ where: { submissionId, reviewerId, completedAt: null } })
    const subject = { kind: 'submission', id: submissionId } as const
    await record(tx, { actor: system, action: 'assignment.ended', subject, at, data: { reviewer: reviewerId, why: 'left' } })
    return askInPlace(tx, entry, { id: reading.id, stage: reading.stage, independent, at })
  })
}
