'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import { type Ended, endOwnSessions } from '#lib/staff/commands/sessions.ts'
import { isId } from '#lib/staff/directory.ts'

/** Ends one session of whoever asks, or all but the one that is named. */
export const endSessions = staffAction<null, Ended>({
  verb: 'session.see-own',
  parse: (form) => {
    const [only, allBut] = [String(form.get('session') ?? ''), String(form.get('others') ?? '')]
    if (isId(allBut)) return { ok: true, input: { allBut } }
    return isId(only) ? { ok: true, input: { only } } : { ok: false, state: null }
  },
  run: async (actor, which) => {
    await endOwnSessions(actor, which)
    redirect(`/staff/account?done=${'allBut' in which ? 'others' : 'one'}`)
  },
  refused: () => null,
})
