'use server'

import { formAction } from '#app/_forms/action.ts'
import type { FormRequest } from '#app/_forms/answer.ts'
import { textOf } from '#app/_forms/state.ts'
import { deriveKey } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { limits } from '#lib/limits/allow.ts'
import { receiveSubmission } from '#lib/submissions/commands/receive.ts'
import { countStep } from '#lib/submissions/funnel.ts'
import { draftToken } from '../draft-cookie.ts'

export const sendStory = formAction({
  name: 'share.send',
  limit: limits.sendEntry,
  read: (form) => ({ sendKey: textIn(form, 'sendKey'), rulesHash: textIn(form, 'rulesHash') }),
  parse: (values) => ({ ok: true, answers: { sendKey: textOf(values, 'sendKey'), rulesHash: textOf(values, 'rulesHash') } }),
  run: send,
})

type Sending = Readonly<{ sendKey: string; rulesHash: string }>

async function send({ sendKey, rulesHash }: Sending, { locale }: FormRequest): Promise<string> {
  const token = await draftToken()
  if (!token) throw new Refusal('draft.missing')
  // The key names the draft whose answers were on the page: one left open from an earlier draft must not send this one.
  if (sendKey !== deriveKey(token, 'send')) throw new Refusal('draft.other')
  const { isNew } = await receiveSubmission({ token, locale, idempotencyKey: sendKey, rulesHash })
  if (isNew) await countStep('sent', locale)
  return '/share/done'
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, 100) : ''
}
