import type { Refusal } from '#lib/foundation/refusal.ts'
import { type FieldError, type HistoryFormState, untouched, type Values } from '#lib/history/editing/form.ts'
import { differences } from '#lib/stories/editing/differences.ts'

const atField: Readonly<Record<string, FieldError>> = { 'report.nobody': 'nobody', 'report.wordless': 'wordless' }

/** The form again, as it was filled in, with why it was refused. `typed` is what it holds, as plain lines, to lay over what somebody else saved. */
export function refusedForm(refusal: Refusal, values: Values, typed: string | null): HistoryFormState {
  const error = atField[refusal.code]
  if (error && refusal.field) return { ...untouched, values, errors: { [refusal.field]: error } }
  const { rules, number, who, theirs } = refusal.values
  if (refusal.code === 'history.rules') return { ...untouched, values, rules: String(rules).split(' ') }
  if (refusal.code !== 'history.changed') return { ...untouched, values, refused: refusal.code === 'report.changed' ? 'changed' : 'gone' }
  const stretches = differences(String(theirs), typed ?? String(theirs))
  return { ...untouched, values, conflict: { number: Number(number), who: String(who), stretches } }
}
