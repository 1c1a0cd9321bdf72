'use server'

import { formAction } from '#app/_forms/action.ts'
import { ageField, ageOf, noticedIn } from '#app/_forms/age.ts'
import type { Heard } from '#app/_forms/answer.ts'
import { textOf } from '#app/_forms/state.ts'
import { db } from '#lib/foundation/db.ts'
import { deriveKey } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { limits } from '#lib/limits/allow.ts'
import { countSending, isPressed } from '#lib/limits/pressure.ts'
import { receiveSubmission } from '#lib/submissions/commands/receive.ts'
import { countStep } from '#lib/submissions/funnel.ts'
import { draftToken } from '../draft-cookie.ts'
import { humanPace, sendFormOf } from './pace.ts'
import { isSolved } from './proof.ts'

/** Nobody finds the button of a page full of answers in less; in milliseconds. */
const sendingTakes = 2_000

export const sendStory = formAction({
  name: 'share.send',
  limit: limits.sendEntry,
  further: async () => {
    const token = await draftToken()
    return token ? [[limits.sendByDraft, token]] : []
  },
  notice: (form) => noticedIn(form, sendFormOf(textIn(form, 'sendKey')), sendingTakes),
  read: (form) => ({ sendKey: textIn(form, 'sendKey'), rulesHash: textIn(form, 'rulesHash'), mine: textIn(form, 'mine') }),
  parse: (values) => ({
    ok: true,
    answers: { sendKey: textOf(values, 'sendKey'), rulesHash: textOf(values, 'rulesHash'), objects: textOf(values, 'mine') === '1' },
  }),
  run: send,
})

type Sending = Readonly<{ sendKey: string; rulesHash: string; objects: boolean }>

async function send({ sendKey, rulesHash, objects }: Sending, heard: Heard): Promise<string> {
  const { locale, client, signals } = heard
  const token = await draftToken()
  if (!token) throw new Refusal('draft.missing')
  // The key names the draft whose answers were on the page: one left open from an earlier draft must not send this one.
  if (sendKey !== deriveKey(token, 'send')) throw new Refusal('draft.other')
  await refuseInHaste(sendKey, heard)
  const { isNew } = await receiveSubmission({ token, locale, idempotencyKey: sendKey, rulesHash, objects, arrival: { client, signals } })
  if (isNew) await Promise.all([countStep('sent', locale), countSending(db)])
  return '/share/done'
}

/**
 * Refuses 'send.slow' { seconds } while far more is sent than usual, unless the riddle of the page was solved, or the page was open as long
 * as somebody takes to look through their answers. Its words are all kept, and pressing again after the wait sends them.
 */
async function refuseInHaste(sendKey: string, { form, client }: Heard): Promise<void> {
  const age = ageOf(sendFormOf(sendKey), form.get(ageField))
  if (typeof age === 'number' && age >= humanPace) return
  if (!(await isPressed(db, client)) || (await isSolved(sendKey, textIn(form, 'proof', 2_000)))) return
  throw new Refusal('send.slow', undefined, { seconds: humanPace / 1000 })
}

function textIn(form: FormData, name: string, most = 100): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, most) : ''
}
