import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { statusOf } from '../lifecycle.ts'
import { canAnswer } from '../policy.ts'
import { parseAnswer } from '../steps/answer.ts'
import { lockOwnEntry } from './own-lock.ts'

type Answering = Readonly<{ key: string; questionId: string; answer: string }>

/**
 * Gives a storyteller's answer to the open question and hands the entry back to staff. The same answer sent again changes nothing and succeeds.
 * Refuses on the field 'answer' what cannot be kept, 'entry.missing' for an unknown link or question, 'question.answered' and 'question.closed'.
 */
export async function answerQuestion({ key, questionId, answer: raw }: Answering): Promise<void> {
  const parsed = parseAnswer(raw)
  if (!parsed.ok) throw new Refusal(parsed.error.code, 'answer', parsed.error.values)
  const at = now()
  await db.$transaction(async (tx) => {
    const entry = await tx.submission.findUniqueOrThrow({ where: { id: await lockOwnEntry(tx, key) }, include: { questions: true } })
    const question = entry.questions.find(({ id }) => id === questionId)
    if (!question) throw new Refusal('entry.missing')
    if (question.answer === parsed.answer) return
    if (question.answeredAt) throw new Refusal('question.answered')
    if (!canAnswer(statusOf(entry.status), question, at)) throw new Refusal('question.closed')
    await tx.question.update({ where: { id: question.id }, data: { answer: parsed.answer, answeredAt: at } })
    await tx.submission.update({ where: { id: entry.id }, data: { status: 'submitted', statusAt: at, version: { increment: 1 } } })
    await tx.statusChange.create({ data: { id: newId(), submissionId: entry.id, from: 'needs_info', to: 'submitted', at } })
    await record(tx, { actor: { kind: 'storyteller' }, action: 'submission.answered', subject: { kind: 'submission', id: entry.id }, at })
  })
}
