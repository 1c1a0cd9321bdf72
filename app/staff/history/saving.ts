import 'server-only'
import { redirect } from 'next/navigation'
import { type Change, saveClaim } from '#lib/history/commands/save.ts'
import { numberIn, type Parsed, parseReason, type Values } from '#lib/history/editing/form.ts'
import type { StaffActor } from '#lib/staff/actor.ts'

export type About = Omit<Change, 'part'>

/** Which claim a form is about, and why it was changed. */
export function aboutChange(values: Values): Parsed<About> {
  const read = parseReason(values)
  return read.ok ? { ok: true, value: { claimId: values.claim ?? '', base: numberIn(values, 'base'), ...read.value } } : read
}

/** Saves a change and shows the entry with what came of it. `done` names what was done, where it is not a mere saving. */
export async function saveAndShow(actor: StaffActor, change: Change, done: 'saved' | 'down' | 'back' = 'saved'): Promise<never> {
  const number = await saveClaim(actor, change)
  redirect(`/staff/history/${change.claimId}?done=${number === change.base ? 'same' : done}&n=${number}`)
}

/** Two readings of one form: what both give, or all that is wrong. */
export function both<A, B>(first: Parsed<A>, second: Parsed<B>): Parsed<readonly [A, B]> {
  if (first.ok && second.ok) return { ok: true, value: [first.value, second.value] }
  return { ok: false, errors: { ...(first.ok ? {} : first.errors), ...(second.ok ? {} : second.errors) } }
}
