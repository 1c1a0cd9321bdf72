'use server'

import { formAction } from '#app/_forms/action.ts'
import type { Heard } from '#app/_forms/answer.ts'
import { currentRules } from '#lib/campaign/queries.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { type PermissionsAnswers, readForm } from '#lib/submissions/schema.ts'
import { keep, stepPlan } from '../plan.ts'

/** Comes back with which rules were ticked: the form asks again for a tick that was for others than it shows. */
export const savePermissions = formAction({
  ...stepPlan('permissions', accept),
  read: (form) => ({ ...readForm(form, 'permissions'), rulesHash: String(form.get('rulesHash') ?? '').slice(0, 100) }),
})

/** Refuses 'rules.changed' when the page showed other rules than hold now; it then shows those. */
async function accept(answers: PermissionsAnswers, heard: Heard): Promise<string> {
  const shown = heard.form.get('rulesHash')
  if (typeof shown === 'string' && shown !== (await currentRules(heard.locale)).hash) throw new Refusal('rules.changed')
  return keep('permissions')(answers, heard)
}
