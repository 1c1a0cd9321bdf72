'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import { confirmClosing, declineClosing, proposeClosing } from '#lib/campaign/commands/closing.ts'
import { type Because, closingFields, type DeskState, parseClosing, readFields } from '#lib/campaign/desk/form.ts'
import { isTimeZone } from '#lib/campaign/zoned.ts'
import { refusedForm } from '../answers.ts'

type Input = Because & Readonly<{ to: Date | null }>

/** Proposes another closing date. */
export const changeDate = staffAction<DeskState, Input>({
  verb: 'campaign.set',
  parse: (form) => {
    const values = readFields(form, closingFields)
    // The zone the form showed: with another one by now its version is too old, and nothing is saved.
    const zone = String(form.get('zone') ?? '')
    const read = parseClosing(values, isTimeZone(zone) ? zone : 'UTC')
    return read.ok ? { ok: true, input: read.value } : { ok: false, state: { values, errors: read.errors, refused: null } }
  },
  run: async (actor, input) => {
    await proposeClosing(actor, input)
    redirect('/staff/campaign/closing?done=proposed')
  },
  refused: (refusal, form) => refusedForm(refusal, readFields(form, closingFields)),
})

type Answer = Readonly<{ proposal: string; confirm: boolean }>

/** Confirms a proposed closing date, or turns it down. */
export const answerProposal = staffAction<DeskState, Answer>({
  verb: 'campaign.set',
  parse: (form) => ({ ok: true, input: { proposal: String(form.get('proposal') ?? ''), confirm: form.get('answer') === 'confirm' } }),
  run: async (actor, { proposal, confirm }) => {
    if (confirm) await confirmClosing(actor, proposal)
    else await declineClosing(actor, proposal)
    redirect(`/staff/campaign?done=${confirm ? 'closing' : 'declined'}`)
  },
  refused: (refusal) => refusedForm(refusal, {}),
})
