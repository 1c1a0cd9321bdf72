import type { FieldError } from './errors.ts'
import { you } from './you.ts'

/** Reads the address somebody asks the link to their entry for: held to the same rules as the address of an entry. */
export function parseEmail(raw: unknown): { ok: true; email: string } | { ok: false; error: FieldError } {
  const parsed = you.shape.email.safeParse(raw)
  if (parsed.success) return { ok: true, email: parsed.data }
  const issue = parsed.error.issues[0]
  return { ok: false, error: issue?.code === 'custom' && issue.params ? (issue.params as FieldError) : { code: 'email.invalid' } }
}
