import type { Status } from './lifecycle.ts'

/** A question of staff can be answered once, while the entry waits for it, up to its deadline. */
export function canAnswer(status: Status, question: Readonly<{ deadlineAt: Date; answeredAt: Date | null }>, now: Date): boolean {
  return status === 'needs_info' && !question.answeredAt && now < question.deadlineAt
}
