import 'server-only'
import { record } from '#lib/audit/record.ts'
import type { Tx } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { statusOf } from '#lib/submissions/lifecycle.ts'
import type { ReviewGetPayload } from '#prisma/generated/models/Review.ts'
import { canScore } from '../policy.ts'
import { criteriaOf, newestRubric } from '../queries/rubric.ts'
import { type Criterion, criterionKeys, type ReviewFlag, type Scores, type ScoresSoFar } from '../schema.ts'
import { missingScores, weightedTotal } from '../scoring.ts'

/** What a form holds of one review: `copyId` is the copy that was read, `seen` when it was last saved as far as that page knew. */
export type Written = Readonly<{
  assignmentId: string
  copyId: string
  scores: ScoresSoFar
  confidence: number | null
  flags: readonly ReviewFlag[]
  note: string | null
  seen: Date | null
}>

/** `replaced`: another window had saved something else in between; this is what counts now. */
export type Saved = Readonly<{ savedAt: Date; replaced: boolean; submissionId: string }>
type Before = ReviewGetPayload<{ include: { scores: true } }> | null
type Writing = Readonly<{ actor: StaffActor; input: Written; at: Date; complete: boolean }>

/** Writes one review inside the caller's transaction. The reading is locked first, so that two windows write one after the other. */
export async function writeReview(tx: Tx, { actor, input, at, complete }: Writing): Promise<Saved> {
  const submissionId = await lockReading(tx, actor, input.assignmentId)
  await checkCopy(tx, submissionId, input.copyId)
  const key = { submissionId_reviewerId: { submissionId, reviewerId: actor.id } }
  const before = await tx.review.findUnique({ where: key, include: { scores: true } })
  const rubric = before ? await tx.rubric.findUniqueOrThrow({ where: { number: before.rubricNumber } }) : await newestRubric(tx)
  // What counted once goes on counting: it can be changed, never made half again.
  const counts = complete || Boolean(before?.completedAt)
  const totalPoints = counts ? totalOf(input, criteriaOf(rubric)) : null
  const { confidence, note, copyId } = input
  const state = { confidence, note, copyId, flags: [...input.flags], savedAt: at, totalPoints }
  const done = { completedAt: counts ? (before?.completedAt ?? at) : null }
  const first = { id: newId(), submissionId, reviewerId: actor.id, rubricNumber: rubric.number, startedAt: at }
  const { id } = await tx.review.upsert({ where: key, create: { ...first, ...state, ...done }, update: { ...state, ...done } })
  const same = before !== null && isSame(before, input)
  if (!same) await writeScores(tx, id, input.scores)
  if (counts && !(same && before?.completedAt)) {
    const action = before?.completedAt ? 'review.changed' : 'review.completed'
    const data = { total: totalPoints, before: before?.totalPoints ?? null, confidence }
    await record(tx, { actor, action, subject: { kind: 'submission', id: submissionId }, at, data })
  }
  const replaced = before !== null && !same && input.seen?.getTime() !== before.savedAt.getTime()
  return { savedAt: at, replaced, submissionId }
}

/** The reading of this actor, locked, with its entry kept as it is; returns the entry's id. Refuses 'review.unknown' and 'review.closed'. */
export async function lockReading(tx: Tx, actor: StaffActor, assignmentId: string): Promise<string> {
  const [reading] = await tx.$queryRaw<{ submission_id: string; ended_at: Date | null; status: string }[]>`
    select a.submission_id, a.ended_at, s.status from assignment a join submission s on s.id = a.submission_id
    where a.id::text = ${assignmentId} and a.reviewer_id = ${actor.id}::uuid for update of a for share of s`
  if (!reading) throw new Refusal('review.unknown')
  if (!canScore({ endedAt: reading.ended_at, status: statusOf(reading.status) })) throw new Refusal('review.closed')
  return reading.submission_id
}

/** Refuses 'review.copy-changed' unless the copy that was read is the one that is to be read now. */
async function checkCopy(tx: Tx, submissionId: string, copyId: string): Promise<void> {
  const where = { submissionId, approvedAt: { not: null }, outdated: false }
  const copy = await tx.blindCopy.findFirst({ where, orderBy: { number: 'desc' }, select: { id: true } })
  if (copy?.id !== copyId) throw new Refusal('review.copy-changed')
}

function totalOf({ scores, confidence }: Written, criteria: readonly Criterion[]): number {
  const missing = missingScores(scores, criteria)
  if (missing.length > 0 || confidence === null) throw new Refusal('review.incomplete', undefined, { missing: missing.join(' ') })
  return weightedTotal(scores as Scores, criteria)
}

async function writeScores(tx: Tx, reviewId: string, scores: ScoresSoFar): Promise<void> {
  await tx.reviewScore.deleteMany({ where: { reviewId } })
  const data = criterionKeys.flatMap((criterion) => (scores[criterion] ? [{ reviewId, criterion, score: scores[criterion] }] : []))
  await tx.reviewScore.createMany({ data })
}

function isSame(before: NonNullable<Before>, { scores, confidence, flags, note }: Written): boolean {
  const stored = new Map(before.scores.map(({ criterion, score }) => [criterion, score]))
  return (
    criterionKeys.every((key) => stored.get(key) === scores[key]) &&
    before.confidence === confidence &&
    before.note === note &&
    [...before.flags].sort().join() === [...flags].sort().join()
  )
}
