'use server'

import { formAction } from '#app/_forms/action.ts'
import type { FormRequest } from '#app/_forms/answer.ts'
import { textOf } from '#app/_forms/state.ts'
import { db } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { comparisonKey } from '#lib/foundation/text.ts'
import { allow, limits } from '#lib/limits/allow.ts'
import { mailContinueLink } from '#lib/submissions/commands/continue-link.ts'
import { parseEmail } from '#lib/submissions/steps/entry-link.ts'
import { draftToken } from '../draft-cookie.ts'

export const sendContinueLink = formAction({
  name: 'share.continue',
  limit: limits.continueLinkByNetwork,
  read: (form) => ({ email: String(form.get('email') ?? '') }),
  parse: (values) => {
    const parsed = parseEmail(textOf(values, 'email'))
    return parsed.ok ? { ok: true, answers: parsed.email } : { ok: false, errors: { email: parsed.error } }
  },
  run: mailLink,
})

/** The same answer for every address, also for one that got too many links just now. */
async function mailLink(email: string, { locale }: FormRequest): Promise<string> {
  const token = await draftToken()
  if (!token) throw new Refusal('draft.missing')
  const permit = await allow(db, limits.continueLinkByMail, comparisonKey(email))
  if (permit.allowed) await mailContinueLink(token, email, locale)
  return '/share/continue?sent=1'
}
