import 'server-only'
import { ageOf } from '#lib/foundation/form-age.ts'
import type { Signal } from '#lib/submissions/spam.ts'

export { ageOf, formAge } from '#lib/foundation/form-age.ts'

/** The hidden field that carries when a form was made, and a field that only programs fill in. */
export const ageField = 'age'
export const trapField = 'website'

/** What a form speaks for by its trap and its age. `fastest`: what nobody does in less, in milliseconds. Nothing of it refuses a form. */
export function noticedIn(form: FormData, name: string, fastest: number): readonly Signal[] {
  const age = ageOf(name, form.get(ageField))
  const trapped = form.get(trapField) ? (['trap'] as const) : []
  if (age === 'none') return [...trapped, 'no-age']
  if (age === 'forged') return [...trapped, 'forged-age']
  // An age below nothing is a clock that was set back, not a fast hand.
  return age >= 0 && age < fastest ? [...trapped, 'too-fast'] : trapped
}
