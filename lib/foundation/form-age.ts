import { createHmac, timingSafeEqual } from 'node:crypto'
import { now } from '#lib/foundation/clock.ts'
import { authSecret } from '#lib/foundation/env.ts'

/** When the form of this name was made, signed: what a page puts into its hidden field. */
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

function signed(form: string, madeAt: string): string {
  return createHmac('sha256', authSecret()).update(`form-age ${form} ${madeAt}`).digest('base64url').slice(0, 22)
}
