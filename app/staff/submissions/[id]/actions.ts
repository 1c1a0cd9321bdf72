'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import type { ScreeningState } from '#components/staff/screening-form.tsx'
import { now } from '#lib/foundation/clock.ts'
import { readReference } from '#lib/foundation/reference.ts'
import { screenSubmission } from '#lib/submissions/commands/screen.ts'
import { parseScreening, readScreening, type Screened } from '#lib/submissions/staff/schema.ts'

type Input = Screened & Readonly<{ reference: string }>

const refusedAs: Readonly<Record<string, ScreeningState['refused']>> = {
  'submission.cannot-move': 'cannot-move',
  'submission.post-taken': 'post-taken',
}

/** Records the outcome of a look at one entry, and shows it. */
export const screenEntry = staffAction<ScreeningState, Input>({
  verb: 'submission.screen',
  parse: (form) => {
    const values = readScreening(form)
    const read = parseScreening(values, now())
    const reference = readReference(String(form.get('reference') ?? '')) ?? ''
    return read.ok
      ? { ok: true, input: { ...read.screened, reference } }
      : { ok: false, state: { values, errors: read.errors, refused: null } }
  },
  run: async (actor, input) => {
    await screenSubmission(actor, input)
    redirect(`/staff/submissions/${input.reference}?done=${input.outcome}`)
  },
  refused: (refusal, form) => {
    const [values, refused] = [readScreening(form), refusedAs[refusal.code] ?? 'changed']
    // Who is told of a change may decide about what is shown now.
    return { values: refused === 'changed' ? { ...values, version: '' } : values, errors: {}, refused }
  },
})
