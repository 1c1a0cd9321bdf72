'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import type { InviteState } from '#components/staff/people-invite.tsx'
import { invitePerson } from '#lib/staff/commands/invite.ts'
import { type PersonDetails, parseInvitation, readPerson } from '#lib/staff/person-form.ts'

type Invitation = PersonDetails & Readonly<{ email: string }>

/** Invites somebody, and shows everybody who works here. */
export const invite = staffAction<InviteState, Invitation>({
  verb: 'people.manage',
  parse: (form) => {
    const values = readPerson(form)
    const read = parseInvitation(values)
    return read.ok ? { ok: true, input: read.value } : { ok: false, state: { values, errors: read.errors } }
  },
  run: async (actor, input) => {
    await invitePerson(actor, input)
    redirect('/staff/people?done=invited')
  },
  refused: (refusal, form) => ({
    values: readPerson(form),
    errors: { email: { code: refusal.code === 'person.removed' ? 'email.removed' : 'email.known' } },
  }),
})
