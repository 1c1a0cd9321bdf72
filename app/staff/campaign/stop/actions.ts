'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import { setStop } from '#lib/campaign/commands/stop.ts'
import { type DeskState, parseStop, readFields, stopFields } from '#lib/campaign/desk/form.ts'
import type { Stoppable } from '#lib/campaign/stoppables.ts'
import { refusedForm } from '../answers.ts'

type Input = Readonly<{ what: Stoppable; stop: boolean; reason: string }>

/** Stops something at once, or lets it go on. */
export const turn = staffAction<DeskState, Input>({
  verb: 'campaign.set',
  parse: (form) => {
    const values = readFields(form, stopFields)
    const read = parseStop(values)
    return read.ok ? { ok: true, input: read.value } : { ok: false, state: { values, errors: read.errors, refused: null } }
  },
  run: async (actor, input) => {
    await setStop(actor, input)
    redirect(`/staff/campaign?done=${input.stop ? 'stop' : 'resume'}`)
  },
  refused: (refusal, form) => refusedForm(refusal, readFields(form, stopFields)),
})
