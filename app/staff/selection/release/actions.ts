'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import type { ReleaseRefusal, ReleaseState } from '#components/selection/release-desk.tsx'
import { cancelRelease } from '#lib/review/commands/cancel-release.ts'
import { confirmRelease } from '#lib/review/commands/confirm-release.ts'
import { correctResults } from '#lib/review/commands/correct-results.ts'
import { proposeRelease } from '#lib/review/commands/propose-release.ts'
import { type Correction, parseCorrection, readCorrection } from '#lib/review/selection/correction-form.ts'

type Input =
  | Readonly<{ deed: 'propose' }>
  | Readonly<{ deed: 'confirm'; id: string }>
  | Readonly<{ deed: 'cancel'; id: string }>
  | (Readonly<{ deed: 'correct'; id: string }> & Correction)

const nothing: ReleaseState = { refused: null, correction: null, errors: {} }
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** Proposes, confirms or cancels the release, or corrects what was released. */
export const actOnRelease = staffAction<ReleaseState, Input>({
  verb: 'results.release',
  parse: (form) => {
    const [deed, id, correction] = ['deed', 'release', 'correction'].map((name) => String(form.get(name) ?? ''))
    if (deed === 'propose') return { ok: true, input: { deed } }
    if (deed === 'correct' && uuid.test(correction ?? '')) {
      const values = readCorrection(form)
      const read = parseCorrection(values)
      if (!read.ok) return { ok: false, state: { ...nothing, correction: values, errors: read.errors } }
      return { ok: true, input: { deed, id: correction ?? '', ...read.correction } }
    }
    if ((deed !== 'confirm' && deed !== 'cancel') || !uuid.test(id ?? '')) return { ok: false, state: { ...nothing, refused: 'other' } }
    if (deed === 'confirm' && form.get('read') !== 'yes') return { ok: false, state: { ...nothing, refused: 'unread' } }
    return { ok: true, input: { deed, id: id ?? '' } }
  },
  run: async (actor, input) => {
    if (input.deed === 'propose') await proposeRelease(actor)
    else if (input.deed === 'confirm') await confirmRelease(actor, input)
    else if (input.deed === 'cancel') await cancelRelease(actor, input)
    else await correctResults(actor, input)
    const done = { propose: 'proposed', confirm: 'released', cancel: 'cancelled', correct: 'corrected' }[input.deed]
    redirect(`/staff/selection/release?done=${done}`)
  },
  refused: ({ code, values }, form) => ({
    ...nothing,
    refused: refusalOf(code),
    changed: { scores: String(values?.scores ?? ''), decisions: String(values?.decisions ?? ''), more: Number(values?.more ?? 0) },
    correction: form.get('deed') === 'correct' ? readCorrection(form) : null,
  }),
})

const known = ['blocked', 'changed', 'same-person', 'cancelled', 'released', 'nothing'] as const satisfies readonly ReleaseRefusal[]

function refusalOf(code: string): ReleaseRefusal {
  if (code === 'correction.sent') return 'sent'
  return known.find((one) => code === `release.${one}`) ?? 'other'
}
