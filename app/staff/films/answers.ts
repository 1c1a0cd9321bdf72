import { type FilmFormState, untouched, type Values } from '#lib/films/form.ts'
import type { Refusal } from '#lib/foundation/refusal.ts'
import type { Stretch } from '#lib/stories/editing/differences.ts'

/** The form again, as it was filled in, with why it was refused. */
export function refusedForm(refusal: Refusal, values: Values): FilmFormState {
  return { ...untouched, values, refused: refusal.code, missing: String(refusal.values.missing ?? '') }
}

/** A refusal because somebody else saved meanwhile, with what differs carried along as JSON. */
export function conflictOf(refusal: Refusal, values: Values): FilmFormState {
  const { number, who, stretches } = refusal.values
  if (refusal.code !== 'films.changed' || stretches === undefined) return refusedForm(refusal, values)
  const laidOver = JSON.parse(String(stretches)) as readonly Stretch[]
  return { ...untouched, values, conflict: { version: Number(number), who: String(who), stretches: laidOver } }
}
