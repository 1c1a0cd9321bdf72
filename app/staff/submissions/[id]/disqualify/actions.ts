'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import type { DisqualifyState } from '#components/staff/disqualify-form.tsx'
import type { ProposalState } from '#components/staff/disqualify-proposal.tsx'
import { readReference } from '#lib/foundation/reference.ts'
import { confirmDisqualification, dropDisqualification, proposeDisqualification } from '#lib/submissions/staff/disqualify.ts'
import { type Disqualified, parseDisqualify, readDisqualify } from '#lib/submissions/staff/disqualify-schema.ts'

/** Proposes to take one entry out of the competition, and shows the proposal. */
export const disqualify = staffAction<DisqualifyState, Disqualified>({
  verb: 'submission.disqualify',
  parse: (form) => {
    const values = readDisqualify(form)
    const parsed = parseDisqualify(values)
    if (!parsed.ok) return { ok: false, state: { values, errors: parsed.errors, refused: null } }
    const version = Number(form.get('version'))
    return { ok: true, input: { ...parsed.read, reference: referenceIn(form), version: Number.isSafeInteger(version) ? version : 0 } }
  },
  run: async (actor, input) => {
    await proposeDisqualification(actor, input)
    redirect(pageOf(input.reference, 'proposed'))
  },
  refused: ({ code }, form) => {
    // The page has no such form any more, but the proposal that waits.
    if (code === 'disqualification.open') redirect(pageOf(referenceIn(form), 'waits'))
    return { values: readDisqualify(form), errors: {}, refused: code === 'submission.cannot-move' ? 'cannot-move' : 'changed' }
  },
})

type Answer = Readonly<{ reference: string; proposal: string; confirm: boolean }>

/** Confirms what another admin proposed, and shows the entry; or drops it. */
export const answerProposal = staffAction<ProposalState, Answer>({
  verb: 'submission.disqualify',
  parse: (form) => ({
    ok: true,
    input: { reference: referenceIn(form), proposal: String(form.get('proposal') ?? ''), confirm: form.get('answer') === 'confirm' },
  }),
  run: async (actor, { reference, proposal, confirm }) => {
    if (confirm) await confirmDisqualification(actor, proposal)
    else await dropDisqualification(actor, proposal)
    redirect(confirm ? `/staff/submissions/${reference}?done=disqualified` : pageOf(reference, 'dropped'))
  },
  refused: ({ code }, form) => {
    if (code === 'disqualification.decided') redirect(pageOf(referenceIn(form), 'decided'))
    return { refused: code === 'disqualification.own' ? 'own' : 'changed' }
  },
})

function referenceIn(form: FormData): string {
  return readReference(String(form.get('reference') ?? '')) ?? ''
}

function pageOf(reference: string, done: string): string {
  return `/staff/submissions/${reference}/disqualify?done=${done}`
}
