import { type IneligibilityRule, ineligibilityRule } from '#lib/campaign/ineligibility.ts'
import { findForbidden, hasVisible, normaliseText } from '#lib/foundation/text.ts'
import { noteMax } from './schema.ts'

/** What a disqualification rests on: a rule the storyteller is told, and a note of what was found, for staff alone. */
export type Disqualified = Readonly<{ reference: string; version: number; rule: IneligibilityRule; note: string }>

export const disqualifyFields = ['rule', 'note', 'sure'] as const
export type DisqualifyField = (typeof disqualifyFields)[number]
export type DisqualifyValues = Readonly<Record<DisqualifyField, string>>
export type DisqualifyErrors = Readonly<
  Partial<Record<DisqualifyField, 'rule.missing' | 'note.missing' | 'note.too-long' | 'note.forbidden' | 'sure.missing'>>
>

/** What a form holds, as it was typed. */
export function readDisqualify(form: FormData): DisqualifyValues {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, noteMax * 10)
  return { rule: text('rule'), note: normaliseText(text('note')), sure: text('sure') }
}

/** Rule and note, or what is wrong with each field. */
export function parseDisqualify(
  values: DisqualifyValues,
): { ok: true; read: Pick<Disqualified, 'rule' | 'note'> } | { ok: false; errors: DisqualifyErrors } {
  const rule = ineligibilityRule(values.rule)
  const note = noteError(values.note)
  if (rule && !note && values.sure === 'yes') return { ok: true, read: { rule, note: values.note } }
  const sure = values.sure === 'yes' ? {} : { sure: 'sure.missing' as const }
  return { ok: false, errors: { ...(!rule && { rule: 'rule.missing' as const }), ...(note && { note }), ...sure } }
}

function noteError(note: string): DisqualifyErrors['note'] | null {
  if (!hasVisible(note)) return 'note.missing'
  if (findForbidden(note, 'block')) return 'note.forbidden'
  return [...note].length > noteMax ? 'note.too-long' : null
}
