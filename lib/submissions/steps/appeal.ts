import { errorOf, type FieldError } from './errors.ts'
import { requiredText } from './fields.ts'

export const appealMin = 20
export const appealMax = 2000

const appeal = requiredText(
  { kind: 'block', min: { count: appealMin, code: 'appeal.too-short' }, max: { count: appealMax, code: 'appeal.too-long' } },
  'appeal.missing',
)

/** Reads why somebody thinks that their entry should take part. */
export function parseAppeal(raw: string): { ok: true; text: string } | { ok: false; error: FieldError } {
  const parsed = appeal.safeParse(raw)
  if (parsed.success) return { ok: true, text: parsed.data }
  const issue = parsed.error.issues[0]
  return { ok: false, error: issue ? errorOf(issue) : { code: 'appeal.missing' } }
}
