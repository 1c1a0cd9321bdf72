'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import type { ProposeState } from '#components/awards/propose-form.tsx'
import type { ShareState } from '#components/awards/share-form.tsx'
import { parseAmount } from '#lib/awards/amount.ts'
import { proposeAward, proposeByTemplate } from '#lib/awards/commands/propose.ts'
import { type TemplateKey, templateOf } from '#lib/awards/templates.ts'
import { readReference } from '#lib/foundation/reference.ts'

type One = Readonly<{ reference: string; units: bigint }>
type Sharing = Readonly<{ template: TemplateKey; order: readonly string[]; left: bigint }>

const text = (form: FormData, name: string) => String(form.get(name) ?? '').slice(0, 200)
const typed = (form: FormData) => ({ reference: text(form, 'reference'), amount: text(form, 'amount') })

/** Proposes one award, and shows it. */
export const proposeOne = staffAction<ProposeState, One>({
  verb: 'award.propose',
  parse: (form) => {
    const values = typed(form)
    const [reference, units] = [readReference(values.reference), parseAmount(values.amount)]
    if (reference && units) return { ok: true, input: { reference, units } }
    const wrong = [...(reference ? [] : ['reference' as const]), ...(units ? [] : ['amount' as const])]
    return { ok: false, state: { values, wrong, refused: null } }
  },
  run: async (actor, input) => {
    const id = await proposeAward(actor, input)
    redirect(`/staff/awards/${id}?done=proposed`)
  },
  refused: ({ code, values }, form) => ({ values: typed(form), wrong: [], refused: { code, values } }),
})

/** Proposes the awards of a template exactly as they were shown. */
export const share = staffAction<ShareState, Sharing>({
  verb: 'award.propose',
  parse: (form) => {
    const [template, left] = [templateOf(text(form, 'template')), /^\d{1,15}$/.exec(text(form, 'left'))?.[0]]
    const order = form.getAll('order').map((value) => readReference(String(value)))
    const known = order.filter((reference) => reference !== null)
    if (!template || !left || known.length !== order.length || new Set(known).size !== order.length)
      return { ok: false, state: { refused: { code: 'award.template', values: {} } } }
    return { ok: true, input: { template, order: known, left: BigInt(left) } }
  },
  run: async (actor, input) => {
    await proposeByTemplate(actor, input)
    redirect('/staff/awards?done=shared')
  },
  refused: ({ code, values }) => ({ refused: { code, values } }),
})
