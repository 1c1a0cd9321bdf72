'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import type { DecisionRefusal, DecisionState } from '#components/selection/decision-form.tsx'
import { readReference } from '#lib/foundation/reference.ts'
import type { Refusal } from '#lib/foundation/refusal.ts'
import { decide } from '#lib/review/commands/decide.ts'
import { type Decided, parseDecision, readDecision } from '#lib/review/selection/decision-form.ts'
import type { Lack } from '#lib/review/selection/schema.ts'

type Input = Decided & Readonly<{ reference: string; places: string }>

/** Records what is decided about one entry, and shows it. */
export const decideEntry = staffAction<DecisionState, Input>({
  verb: 'selection.decide',
  parse: (form) => {
    const values = readDecision(form)
    const read = parseDecision(values)
    if (!read.ok) return { ok: false, state: { values, errors: read.errors, refused: null } }
    const reference = readReference(String(form.get('reference') ?? '')) ?? ''
    return { ok: true, input: { ...read.decided, reference, places: String(form.get('places') ?? '') } }
  },
  run: async (actor, { places, ...input }) => {
    await decide(actor, input)
    const back = /^\d{1,4}$/.test(places) ? `&places=${places}` : ''
    redirect(`/staff/selection/${input.reference}?done=1${back}`)
  },
  refused: (refusal, form) => {
    const values = readDecision(form)
    // Who is told of another decision may replace it.
    const seen = refusal.code === 'decision.changed' ? '' : values.seen
    return { values: { ...values, seen }, errors: {}, refused: refusalOf(refusal) }
  },
})

const lacks = ['reviews', 'independent', 'flag'] as const satisfies readonly Lack[]

function refusalOf({ code, values }: Refusal): DecisionRefusal {
  if (code === 'decision.changed') return { code: 'changed' }
  if (code === 'decision.not-eligible') return { code: 'not-eligible' }
  if (code !== 'decision.lacks') return { code: 'other' }
  const named = String(values.lacks).split(' ')
  return { code: 'lacks', lacks: lacks.filter((lack) => named.includes(lack)), have: Number(values.have), need: Number(values.need) }
}
