'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import { setRegion } from '#lib/campaign/commands/regions.ts'
import { type Because, type DeskState, parseRegion, type RegionChoice, readFields, regionFields } from '#lib/campaign/desk/form.ts'
import { refusedForm } from '../answers.ts'

type Input = RegionChoice & Because

/** Decides what holds where. */
export const decideRegion = staffAction<DeskState, Input>({
  verb: 'campaign.set',
  parse: (form) => {
    const values = readFields(form, regionFields)
    const read = parseRegion(values)
    return read.ok ? { ok: true, input: read.value } : { ok: false, state: { values, errors: read.errors, refused: null } }
  },
  run: async (actor, input) => {
    await setRegion(actor, input)
    redirect('/staff/campaign/regions?done=region')
  },
  refused: (refusal, form) => refusedForm(refusal, readFields(form, regionFields)),
})
