'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import type { PersonRefusal, PersonState } from '#components/staff/people-desk.tsx'
import type { StaffActor } from '#lib/staff/actor.ts'
import { bringPersonBack, changePerson, removePerson } from '#lib/staff/commands/change.ts'
import { endSessionsOf, takeFactorAway } from '#lib/staff/commands/sessions.ts'
import { isId } from '#lib/staff/directory.ts'
import { type PersonDetails, parsePerson, readPerson } from '#lib/staff/person-form.ts'

const deeds = ['remove', 'return', 'end', 'end-all', 'factor'] as const
type Deed = Readonly<{ id: string; version: number }> &
  (Readonly<{ deed: 'save'; details: PersonDetails }> | Readonly<{ deed: (typeof deeds)[number]; session: string }>)

const refusals: Readonly<Record<string, PersonRefusal>> = {
  'person.changed': 'changed',
  'person.last-admin': 'lastAdmin',
  'person.own-factor': 'ownFactor',
}

/** Does one thing about one person, and shows how they stand then. */
export const personDeed = staffAction<PersonState, Deed>({
  verb: 'people.manage',
  parse: (form) => {
    const values = readPerson(form)
    const seen = { id: String(form.get('person') ?? ''), version: Number(values.version) }
    const deed = deeds.find((known) => known === form.get('deed'))
    if (!isId(seen.id) || !Number.isSafeInteger(seen.version)) return { ok: false, state: { values, errors: {}, refused: 'unknown' } }
    if (deed) return { ok: true, input: { ...seen, deed, session: String(form.get('session') ?? '') } }
    const read = parsePerson(values)
    return read.ok
      ? { ok: true, input: { ...seen, deed: 'save', details: read.value } }
      : { ok: false, state: { values, errors: read.errors, refused: null } }
  },
  run: async (actor, input) => redirect(await done(actor, input)),
  refused: (refusal, form) => ({
    // Who is told of a change sees the person as they are now.
    values: form.get('deed') === 'save' && refusal.code !== 'person.changed' ? readPerson(form) : null,
    errors: {},
    refused: refusals[refusal.code] ?? 'unknown',
  }),
})

/** Does it; returns where that shows. */
async function done(actor: StaffActor, input: Deed): Promise<`/staff/people${string}`> {
  const page = `/staff/people/${input.id}` as const
  if (input.deed === 'save') return (await changePerson(actor, input, input.details)) ? `${page}?done=role` : `${page}?done=saved`
  if (input.deed === 'remove') {
    await removePerson(actor, input)
    return '/staff/people?done=removed'
  }
  if (input.deed === 'return') {
    await bringPersonBack(actor, input)
    return '/staff/people?done=returned'
  }
  if (input.deed === 'factor') {
    await takeFactorAway(actor, input.id)
    return `${page}?done=factor`
  }
  await endSessionsOf(actor, input.id, input.deed === 'end' ? { only: input.session } : { all: true })
  return `${page}?done=ended`
}
