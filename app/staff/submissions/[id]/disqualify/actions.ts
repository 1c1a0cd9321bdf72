'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import type { DisqualifyState } from '#components/staff/disqualify-form.tsx'
import { readReference } from '#lib/foundation/reference.ts'
import { disqualifyEntry } from '#lib/submissions/staff/disqualify.ts'
import { type Disqualified, parseDisqualify, readDisqualify } from '#lib/submissions/staff/disqualify-schema.ts'

/** Takes one entry out of the competition, and shows it. */
export const disqualify = staffAction<DisqualifyState, Disqualified>({
  verb: 'submission.disqualify',
  parse: (form) => {
    const values = readDisqualify(form)
    const parsed = parseDisqualify(values)
    if (!parsed.ok) return { ok: false, state: { values, errors: parsed.errors, refused: null } }
    const version = Number(form.get('version'))
    const reference = readReference(String(form.get('reference') ?? '')) ?? ''
    return { ok: true, input: { ...parsed.read, reference, version: Number.isSafeInteger(version) ? version : 0 } }
  },
  run: async (actor, input) => {
    await disqualifyEntry(actor, input)
    redirect(`/staff/submissions/${input.reference}?done=disqualified`)
  },
  refused: ({ code }, form) => ({
    values: readDisqualify(form),
    errors: {},
    refused: code === 'submission.cannot-move' ? 'cannot-move' : 'changed',
  }),
})
