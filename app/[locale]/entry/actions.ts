'use server'

import { setTimeout as pause } from 'node:timers/promises'
import { formAction } from '#app/_forms/action.ts'
import { textOf } from '#app/_forms/state.ts'
import { db } from '#lib/foundation/db.ts'
import { comparisonKey } from '#lib/foundation/text.ts'
import { allow, limits } from '#lib/limits/allow.ts'
import { mailEntryLink } from '#lib/submissions/commands/mail-link.ts'
import { parseEmail } from '#lib/submissions/steps/entry-link.ts'

export const sendLink = formAction({
  name: 'entry.link',
  limit: limits.entryLinkByNetwork,
  read: (form) => ({ email: String(form.get('email') ?? '') }),
  parse: (values) => {
    const parsed = parseEmail(textOf(values, 'email'))
    return parsed.ok ? { ok: true, answers: parsed.email } : { ok: false, errors: { email: parsed.error } }
  },
  run: answerAlike,
})

/** Longer than any of it takes: neither the words nor the time tell whether an address is known. */
const answerAfterMs = 600

async function answerAlike(email: string): Promise<string> {
  await Promise.all([mailUnlessTooOften(email), pause(answerAfterMs)])
  return '/entry?sent=1'
}

async function mailUnlessTooOften(email: string): Promise<void> {
  const permit = await allow(db, limits.entryLinkByMail, comparisonKey(email))
  if (permit.allowed) await mailEntryLink(email)
}
