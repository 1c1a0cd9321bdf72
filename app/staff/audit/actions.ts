'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import type { VerifyState } from '#components/audit/verify-form.tsx'
import { verifyRecord } from '#lib/audit/verify.ts'

type Nothing = Readonly<Record<string, never>>

/** Works the record out again, and shows what that found. */
export const verify = staffAction<VerifyState, Nothing>({
  verb: 'audit.see',
  parse: () => ({ ok: true, input: {} }),
  run: async (actor) => {
    const { id } = await verifyRecord(actor)
    redirect(`/staff/audit?verified=${id}`)
  },
  refused: () => ({ failed: true }),
})
