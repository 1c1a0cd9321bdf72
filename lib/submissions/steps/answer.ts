import type { FieldError } from './errors.ts'
import { requiredText } from './fields.ts'

export const answerMax = 4000

const answer = requiredText({ kind: 'block', max: { count: answerMax, code: 'answer.too-long' } }, 'answer.missing')

/** Reads what a storyteller answers to a question of ours. */
export function parseAnswer(raw: string): { ok: true; answer: string } | { ok: false; error: FieldError } {
  const parsed = answer.safeParse(raw)
  if (parsed.success) return { ok: true, answer: parsed.data }
  const issue = parsed.error.issues[0]
  return { ok: false, error: issue?.code === 'custom' && issue.params ? (issue.params as FieldError) : { code: 'answer.missing' } }
}
