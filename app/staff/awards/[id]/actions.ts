'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import type { ActState } from '#components/awards/act-form.tsx'
import { type Act, actOf, readPaymentReference } from '#lib/awards/acts.ts'
import { cancelAward, confirmAward, openAward, type Seen, takeUpAward } from '#lib/awards/commands/decide.ts'
import { checkAward, giveUpBlocked, payAward } from '#lib/awards/commands/progress.ts'
import type { StaffActor } from '#lib/staff/actor.ts'

type Input = Seen & Readonly<{ act: Act; paymentReference: string }>

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

/** Does what the pressed button says with one award, and shows it. Each command asks for its own permission as well. */
export const act = staffAction<ActState, Input>({
  verb: 'award.confirm',
  parse: (form) => {
    const typed = text(form, 'paymentReference').slice(0, 1000)
    const again: ActState = { paymentReference: typed, missing: false, refused: { code: 'award.cannot-move', values: {} } }
    const [pressed, id, version] = [actOf(text(form, 'act')), text(form, 'id'), Number(text(form, 'version'))]
    if (!pressed || !/^[0-9a-f-]{36}$/.test(id) || !Number.isSafeInteger(version)) return { ok: false, state: again }
    const paymentReference = readPaymentReference(typed)
    if (pressed === 'pay' && !paymentReference) return { ok: false, state: { ...again, missing: true, refused: null } }
    return { ok: true, input: { act: pressed, id, version, paymentReference: paymentReference ?? '' } }
  },
  run: async (actor, input) => {
    await perform(actor, input)
    redirect(`/staff/awards/${input.id}?done=${input.act}`)
  },
  refused: ({ code, values }, form) => ({
    paymentReference: text(form, 'paymentReference').slice(0, 1000),
    missing: false,
    refused: { code, values },
  }),
})

async function perform(actor: StaffActor, { act: pressed, paymentReference, id, version }: Input): Promise<void> {
  const seen = { id, version }
  if (pressed === 'take-up') return takeUpAward(actor, seen)
  if (pressed === 'confirm') return confirmAward(actor, seen)
  if (pressed === 'cancel') return cancelAward(actor, seen)
  if (pressed === 'open') return openAward(actor, seen)
  if (pressed === 'give-up') return giveUpBlocked(actor, seen)
  if (pressed === 'pay') return payAward(actor, { ...seen, reference: paymentReference })
  return checkAward(actor, { ...seen, step: pressed })
}
