'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import type { RestState } from '#components/selection/rest-form.tsx'
import { decideRest } from '#lib/review/commands/decide.ts'
import { parseReasons } from '#lib/review/selection/decision-form.ts'
import type { ReasonTag } from '#lib/review/selection/schema.ts'

/** Decides about every entry that has no decision yet, and says how many those were. */
export const decideAllLeft = staffAction<RestState, Readonly<{ reasons: readonly ReasonTag[] }>>({
  verb: 'selection.decide',
  parse: (form) => {
    const given = form.getAll('reasons').map(String)
    const reasons = parseReasons('not_selected', given)
    return typeof reasons === 'string' ? { ok: false, state: { reasons: given, error: reasons } } : { ok: true, input: { reasons } }
  },
  run: async (actor, input) => {
    const { decided, left } = await decideRest(actor, input)
    redirect(`/staff/selection?decided=${decided}&left=${left}`)
  },
  refused: (_, form) => ({ reasons: form.getAll('reasons').map(String), error: 'refused' }),
})
