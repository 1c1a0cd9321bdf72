'use server'

import { formAction } from '#app/_forms/action.ts'
import { textOf } from '#app/_forms/state.ts'
import { limits } from '#lib/limits/allow.ts'
import { appealDecision } from '#lib/submissions/commands/appeal.ts'
import { parseAppeal } from '#lib/submissions/steps/appeal.ts'
import { entryPath, ownKey } from '../own-key.ts'

export const sendAppeal = formAction({
  name: 'entry.appeal',
  limit: limits.entryChange,
  read: (form) => ({ appeal: String(form.get('appeal') ?? '') }),
  parse: (values) => {
    const parsed = parseAppeal(textOf(values, 'appeal'))
    return parsed.ok ? { ok: true, answers: parsed.text } : { ok: false, errors: { appeal: parsed.error } }
  },
  run: async (text) => {
    const key = await ownKey()
    await appealDecision({ key, text })
    return entryPath(key, '?done=appealed')
  },
})
