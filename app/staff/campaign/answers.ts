import type { DeskErrorCode, DeskRefusal, DeskState, DeskValues } from '#lib/campaign/desk/form.ts'
import type { Refusal } from '#lib/foundation/refusal.ts'

const refusals: Readonly<Record<string, DeskRefusal>> = {
  'campaign.same': 'same',
  'closing.open': 'proposalOpen',
  'closing.own': 'own',
  'closing.decided': 'decided',
  'closing.released': 'released',
  'rules.nothing-new': 'nothingNew',
}

/** The form again, as it was filled in, with why it was refused: at a field where the refusal names one, otherwise at the top. */
export function refusedForm(refusal: Refusal, values: DeskValues): DeskState {
  // Such refusals are coded with the words for their field.
  if (refusal.field) return { values, errors: { [refusal.field]: refusal.code as DeskErrorCode }, refused: null }
  const refused = refusals[refusal.code] ?? 'changed'
  if (refused !== 'changed') return { values, errors: {}, refused }
  // Who is told of a change sees what stands now, and may replace it.
  const { version: _, zone: __, seen: ___, ...typed } = values
  return { values: typed, errors: {}, refused }
}
