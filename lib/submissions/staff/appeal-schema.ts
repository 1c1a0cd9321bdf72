import { z } from 'zod'
import type { FieldError } from '../steps/errors.ts'
import { requiredText } from '../steps/fields.ts'

export const appealOutcomes = ['upheld', 'rejected'] as const
export type AppealOutcome = (typeof appealOutcomes)[number]
export const appealReasonMax = 1000

/** A decision about an appeal; `version` is that of the entry the person saw, the reason goes to the storyteller. */
export type AppealVerdict = Readonly<{ version: number; outcome: AppealOutcome; reason: string }>

export type AppealField = 'outcome' | 'reason'
export type AppealValues = Readonly<{ version: string; outcome: string; reason: string }>
export type AppealErrors = Readonly<
  Partial<Record<AppealField, 'outcome.missing' | 'reason.missing' | 'reason.too-long' | 'text.forbidden'>>
>

const reasonText = requiredText({ kind: 'block', max: { count: appealReasonMax, code: 'answer.too-long' } }, 'answer.missing')
const versionText = z.coerce.number().int().min(1).max(2_000_000_000)

/** What a form holds, as it was typed. */
export function readVerdict(form: FormData): AppealValues {
  const text = (name: string) => String(form.get(name) ?? '')
  return { version: text('version'), outcome: text('outcome'), reason: text('reason') }
}

/** The decision, or what is wrong with each field. A version that is none decides nothing: it fits no entry. */
export function parseVerdict(values: AppealValues): { ok: true; verdict: AppealVerdict } | { ok: false; errors: AppealErrors } {
  const outcome = appealOutcomes.find((known) => known === values.outcome)
  const reason = requiredReason(values.reason)
  const version = versionText.safeParse(values.version)
  if (outcome && reason.ok) return { ok: true, verdict: { version: version.success ? version.data : 0, outcome, reason: reason.text } }
  return { ok: false, errors: { ...(!outcome && { outcome: 'outcome.missing' }), ...(!reason.ok && { reason: reason.error }) } }
}

function requiredReason(typed: string): { ok: true; text: string } | { ok: false; error: NonNullable<AppealErrors['reason']> } {
  const parsed = reasonText.safeParse(typed)
  if (parsed.success) return { ok: true, text: parsed.data }
  const issue = parsed.error.issues[0]
  const error = issue?.code === 'custom' ? (issue.params as FieldError) : null
  if (error?.code === 'text.forbidden') return { ok: false, error: 'text.forbidden' }
  return { ok: false, error: error?.code === 'answer.missing' ? 'reason.missing' : 'reason.too-long' }
}
