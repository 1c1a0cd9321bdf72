'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '#app/_auth/action.ts'
import type { ResendState } from '#components/staff/mail-resend.tsx'
import { resendFailed, resendLetter } from '#lib/mail/commands/resend.ts'
import { readMailId } from '#lib/mail/desk/filters.ts'

/** Puts one letter that could not be sent back into the queue, and shows it. */
export const resendOne = staffAction<ResendState, string>({
  verb: 'mail.resend',
  parse: (form) => {
    const id = readMailId(String(form.get('id') ?? ''))
    return id ? { ok: true, input: id } : { ok: false, state: { refused: 'unknown' } }
  },
  run: async (actor, id) => {
    await resendLetter(actor, id)
    redirect(`/staff/mail/${id}?done=1`)
  },
  refused: ({ code }) => ({ refused: code === 'mail.emptied' ? 'emptied' : code === 'mail.unknown' ? 'unknown' : 'notFailed' }),
})

/** Puts the letters that could not be sent back into the queue, and says how many. */
export const resendAll = staffAction<ResendState, null>({
  verb: 'mail.resend',
  parse: () => ({ ok: true, input: null }),
  run: async (actor) => {
    const count = await resendFailed(actor)
    redirect(`/staff/mail?done=${count}`)
  },
  refused: () => ({ refused: 'notFailed' }),
})
