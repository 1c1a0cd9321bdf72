'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import { setSettings } from '#lib/campaign/commands/settings.ts'
import { type Because, type DeskState, parseSettings, readFields, type Settings, settingFields } from '#lib/campaign/desk/form.ts'
import { refusedForm } from '../answers.ts'

type Input = Settings & Because

/** Saves the settings of the contest. */
export const saveSettings = staffAction<DeskState, Input>({
  verb: 'campaign.set',
  parse: (form) => {
    const values = readFields(form, settingFields)
    const read = parseSettings(values)
    return read.ok ? { ok: true, input: read.value } : { ok: false, state: { values, errors: read.errors, refused: null } }
  },
  run: async (actor, input) => {
    await setSettings(actor, input)
    redirect('/staff/campaign?done=settings')
  },
  refused: (refusal, form) => {
    const { reason = '', ...typed } = readFields(form, settingFields)
    // Who is told of a change sees every setting as it is now: the form shows them nowhere else.
    return refusedForm(refusal, refusal.code === 'campaign.changed' ? { reason } : { ...typed, reason })
  },
})
