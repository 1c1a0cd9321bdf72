import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { enqueue } from '#lib/queue/enqueue.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import type { Recusal } from '../lifecycle.ts'
import { lockReading } from './write-review.ts'

/**
 * Steps aside from one entry, for good: what this person wrote about it goes, counted or not, and somebody else is asked. Refuses
 * 'staff.forbidden', 'review.unknown' and 'review.closed', also for who stepped aside before.
 */
export async function recuse(actor: StaffActor, input: Readonly<{ assignmentId: string; why: Recusal }>): Promise<void> {
  mustBeAllowed(actor, 'review.score')
  const at = now()
  await db.$transaction(async (tx) => {
    const submissionId = await lockReading(tx, actor, input.assignmentId)
    const review = await tx.review.findUnique({ where: { submissionId_reviewerId: { submissionId, reviewerId: actor.id } } })
    await tx.review.deleteMany({ where: { submissionId, reviewerId: actor.id } })
    await tx.assignment.update({ where: { id: input.assignmentId }, data: { endedAt: at, endedWhy: input.why } })
    await enqueue(tx, 'review.replace', { assignmentId: input.assignmentId }, { key: `review.replace:${input.assignmentId}` })
    const data = { why: input.why, counted: review?.totalPoints ?? null }
    await record(tx, { actor, action: 'review.recused', subject: { kind: 'submission', id: submissionId }, at, data })
  })
}
