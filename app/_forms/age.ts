import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { now } from '#lib/foundation/clock.ts'
import { authSecret } from '#lib/foundation/env.ts'
import type { Signal } from '#lib/submissions/spam.ts'

/** The hidden field that carries when a form was made, and a field that only programs fill in. */
export const ageField = 'age'
export const trapField = 'website'

/** When the form of this name was made, signed: what a page puts into it for `noticedIn`. */
export function formAge(form: string): string {
  const madeAt = now().getTime().toString(36)
  return `${madeAt}.${signed(form, madeAt)}`
}

/** How long ago this form was made, in milliseconds; 'none' when it does not say, 'forged' when it was not us who said so. */
export function ageOf(form: string, typed: FormDataEntryValue | null): number | 'none' | 'forged' {
  if (typeof typed !== 'string' || typed === '') return 'none'
  const [madeAt = '', signature = ''] = typed.slice(0, 100).split('.', 2)
  const expected = Buffer.from(signed(form, madeAt))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged'
  return now().getTime() - Number.parseInt(madeAt, 36)
}

/** What a form speaks for by its trap and its age. `fastest`: what nobody does in less, in milliseconds. Nothing of it refuses a form. */
export function noticedIn(form: FormData, name: string, fastest: number): readonly Signal[] {
  const age = ageOf(name, form.get(ageField))
  const trapped = form.get(trapField) ? (['trap'] as const) : []
  if (age === 'none') return [...trapped, 'no-age']
  if (age === 'forged') return [...trapped, 'forged-age']
  // An age below nothing is a clock that was set back, not a fast hand.
  return age >= 0 && age < fastest ? [...trapped, 'too-fast'] : trapped
}

function signed(form: string, madeAt: string): string {
  return createHmac('sha256', authSecret()).update(`form-age ${form} ${madeAt}`).digest('base64url').slice(0, 22)
}
