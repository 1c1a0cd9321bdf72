'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import type { SpamState } from '#components/staff/spam-panel.tsx'
import { readReference } from '#lib/foundation/reference.ts'
import { markSpam, unmarkSpam } from '#lib/submissions/staff/mark-spam.ts'

const refusals: Readonly<Record<string, SpamState['refused']>> = {
  'spam.marked': 'marked',
  'spam.not-marked': 'not-marked',
  'spam.moved': 'moved',
}

/** Puts one entry into the spam lane, and shows it. */
export const mark = staffAction<SpamState, string>({
  verb: 'submission.screen',
  parse: (form) => ({ ok: true, input: readReference(String(form.get('reference') ?? '')) ?? '' }),
  run: async (actor, reference) => {
    await markSpam(actor, { reference })
    redirect(`/staff/submissions/${reference}#spam`)
  },
  refused: (refusal) => ({ refused: refusals[refusal.code] ?? 'gone' }),
})

/** Takes one entry out of the spam lane, and shows it. */
export const unmark = staffAction<SpamState, string>({
  verb: 'submission.screen',
  parse: (form) => ({ ok: true, input: readReference(String(form.get('reference') ?? '')) ?? '' }),
  run: async (actor, reference) => {
    await unmarkSpam(actor, { reference })
    redirect(`/staff/submissions/${reference}#spam`)
  },
  refused: (refusal) => ({ refused: refusals[refusal.code] ?? 'gone' }),
})
