import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import type { SubmissionInclude } from '#prisma/generated/models/Submission.ts'
import { addressLetter } from '../commands/own-letter.ts'
import { isTaken } from '../commands/post-taken.ts'
import type { AppealVerdict } from './appeal-schema.ts'
import { leaveSpamLane } from './mark-spam.ts'

/** `version` is that of the entry as this person saw it. */
type Deciding = AppealVerdict & Readonly<{ appealId: string }>

const parts = {
  appeal: true,
  screenings: { where: { outcome: 'ineligible' }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1, select: { staffId: true } },
} satisfies SubmissionInclude

/**
 * Decides an appeal, once: upheld, the entry goes back to be looked at again; rejected, it stays not eligible. The storyteller is told why
 * either way. Refuses 'staff.forbidden', 'appeal.unknown', 'appeal.decided', 'appeal.own-decision' for whoever found the entry not
 * eligible, 'submission.changed' when it is no longer as this person saw it, and 'appeal.post-taken' when another entry has the post by now.
 */
export async function decideAppeal(actor: StaffActor, input: Deciding): Promise<void> {
  mustBeAllowed(actor, 'appeal.decide')
  await db
    .$transaction((tx) => decide(tx, actor, input))
    .catch((error: unknown) => {
      throw isTaken(error) ? new Refusal('appeal.post-taken') : error
    })
}

async function decide(tx: Tx, actor: StaffActor, { appealId, version, outcome, reason }: Deciding): Promise<void> {
  const [locked] = await tx.$queryRaw<{ id: string }[]>`
    select s.id from submission s join appeal a on a.submission_id = s.id where a.id::text = ${appealId} for update of s`
  const entry = locked && (await tx.submission.findUnique({ where: { id: locked.id }, include: parts }))
  if (!entry?.appeal) throw new Refusal('appeal.unknown')
  if (entry.appeal.outcome) throw new Refusal('appeal.decided')
  if (entry.screenings[0]?.staffId === actor.id) throw new Refusal('appeal.own-decision')
  if (entry.version !== version || entry.status !== 'ineligible') throw new Refusal('submission.changed')
  const at = now()
  await tx.appeal.update({ where: { id: appealId }, data: { outcome, reason, decidedAt: at, staffId: actor.id } })
  await tx.submission.update({ where: { id: entry.id }, data: { version: { increment: 1 } } })
  if (outcome === 'upheld') {
    await takeUpAgain(tx, { id: entry.id, staffId: actor.id, at })
    await leaveSpamLane(tx, { actor, id: entry.id, at })
  }
  const { envelope, known } = await addressLetter(tx, entry, at)
  await queueMail(tx, { ...envelope, kind: 'appeal-decided', values: { ...known, outcome, reason } })
  await record(tx, { actor, action: `appeal.${outcome}`, subject: { kind: 'submission', id: entry.id }, at })
}

type Again = Readonly<{ id: string; staffId: string; at: Date }>

/** Back to staff; a question that was never answered stands in nobody's way any more. */
async function takeUpAgain(tx: Tx, { id, staffId, at }: Again): Promise<void> {
  await tx.submission.update({ where: { id }, data: { status: 'submitted', statusAt: at } })
  await tx.statusChange.create({ data: { id: newId(), submissionId: id, from: 'ineligible', to: 'submitted', at, staffId } })
  await tx.question.updateMany({ where: { submissionId: id, answeredAt: null, lapsedAt: null }, data: { lapsedAt: at } })
}
