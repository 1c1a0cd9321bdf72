import 'server-only'
import { record } from '#lib/audit/record.ts'
import type { IneligibilityRule } from '#lib/campaign/ineligibility.ts'
import { now } from '#lib/foundation/clock.ts'
import type { Tx } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { dateTime } from '#lib/i18n/format.ts'
import { translator } from '#lib/i18n/translator.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import { system } from '#lib/staff/actor.ts'
import { canMove, statusOf } from '../lifecycle.ts'
import { oneByOne } from './one-by-one.ts'
import { addressLetter, appealOffer } from './own-letter.ts'

/** Reminds each storyteller once, when half of the time for an answer is over and none has come. Returns how many were reminded. */
export function remindQuestions(): Promise<number> {
  const at = now()
  return oneByOne({
    name: 'submissions.remind-questions',
    due: (database, after, limit) => database.$queryRaw<{ id: string }[]>`
      select q.id from question q join submission s on s.id = q.submission_id
      where q.answered_at is null and q.lapsed_at is null and q.reminded_at is null and s.status = 'needs_info'
        and q.deadline_at > ${at} and q.asked_at + (q.deadline_at - q.asked_at) / 2 <= ${at} and (${after}::uuid is null or q.id > ${after}::uuid)
      order by q.id limit ${limit}::int`,
    work: (tx, id) => remind(tx, id, at),
  })
}

async function remind(tx: Tx, id: string, at: Date): Promise<boolean> {
  const waiting = await lockWaiting(tx, id)
  if (!waiting || waiting.remindedAt || waiting.deadlineAt <= at) return false
  const { body: question, deadlineAt, submission } = waiting
  await tx.question.update({ where: { id }, data: { remindedAt: at } })
  const { envelope, known } = await addressLetter(tx, submission, at)
  const values = { ...known, question, deadline: dateTime(envelope.locale, deadlineAt) }
  await queueMail(tx, { ...envelope, kind: 'question-reminder', values })
  await record(tx, { actor: system, action: 'question.reminded', subject: { kind: 'submission', id: submission.id }, at })
  return true
}

const rule = 'no-reply' satisfies IneligibilityRule

/** Finds each entry not eligible whose question was not answered by its deadline, and says so by mail. Returns how many. */
export function closeQuestions(): Promise<number> {
  const at = now()
  return oneByOne({
    name: 'submissions.close-questions',
    due: (database, after, limit) => database.$queryRaw<{ id: string }[]>`
      select q.id from question q join submission s on s.id = q.submission_id
      where q.answered_at is null and q.lapsed_at is null and s.status = 'needs_info' and q.deadline_at <= ${at}
        and (${after}::uuid is null or q.id > ${after}::uuid)
      order by q.id limit ${limit}::int`,
    work: (tx, id) => close(tx, id, at),
  })
}

async function close(tx: Tx, id: string, at: Date): Promise<boolean> {
  const waiting = await lockWaiting(tx, id)
  if (!waiting || waiting.deadlineAt > at) return false
  const { submission } = waiting
  const of = { submissionId: submission.id, at }
  const [from, to] = [statusOf(submission.status), 'ineligible'] as const
  if (!canMove(from, to)) return false
  await tx.question.update({ where: { id }, data: { lapsedAt: at } })
  await tx.submission.update({ where: { id: submission.id }, data: { status: to, statusAt: at, version: { increment: 1 } } })
  await tx.statusChange.create({ data: { id: newId(), ...of, from, to, byClock: true } })
  await tx.screening.create({ data: { id: newId(), ...of, outcome: to, rule, checklist: {} } })
  const { envelope, known } = await addressLetter(tx, submission, at)
  const words = translator(envelope.locale, 'entry')(`ineligible.${rule}`)
  const appeal = await appealOffer(tx, submission.id, { locale: envelope.locale, entryUrl: known.entryUrl, at })
  await queueMail(tx, { ...envelope, kind: 'ineligible', values: { ...known, rule: words, appeal } })
  const subject = { kind: 'submission', id: submission.id } as const
  await record(tx, { actor: system, action: 'submission.found-ineligible', subject, at, data: { from, rule } })
  return true
}

/** A question that still waits, with its entry locked: an answer at the same moment comes before or after, never between. */
async function lockWaiting(tx: Tx, id: string) {
  await tx.$queryRaw`select s.id from submission s join question q on q.submission_id = s.id where q.id = ${id}::uuid for update of s`
  return tx.question.findFirst({
    where: { id, answeredAt: null, lapsedAt: null, submission: { status: 'needs_info' } },
    include: { submission: true },
  })
}
