'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import type { AppealRefusal, AppealState } from '#components/staff/appeal.tsx'
import { readReference } from '#lib/foundation/reference.ts'
import { type AppealVerdict, parseVerdict, readVerdict } from '#lib/submissions/staff/appeal-schema.ts'
import { decideAppeal } from '#lib/submissions/staff/decide-appeal.ts'

type Input = AppealVerdict & Readonly<{ appealId: string; reference: string }>

const refusals: Readonly<Record<string, AppealRefusal>> = {
  'appeal.decided': 'decided',
  'appeal.own-decision': 'own-decision',
  'appeal.post-taken': 'post-taken',
}

/** Records the decision about one appeal, and shows it. */
export const decide = staffAction<AppealState, Input>({
  verb: 'appeal.decide',
  parse: (form) => {
    const values = readVerdict(form)
    const read = parseVerdict(values)
    const reference = readReference(String(form.get('reference') ?? '')) ?? ''
    const appealId = String(form.get('appealId') ?? '')
    return read.ok
      ? { ok: true, input: { ...read.verdict, appealId, reference } }
      : { ok: false, state: { values, errors: read.errors, refused: null } }
  },
  run: async (actor, { reference, ...input }) => {
    await decideAppeal(actor, input)
    redirect(`/staff/submissions/${reference}/appeal?done=1`)
  },
  refused: (refusal, form) => {
    const [values, refused] = [readVerdict(form), refusals[refusal.code] ?? 'changed']
    // Who is told of a change may decide about what is shown now.
    return { values: refused === 'changed' ? { ...values, version: '' } : values, errors: {}, refused }
  },
})
