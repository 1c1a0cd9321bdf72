'use server'

import { formAction } from '#app/_forms/action.ts'
import { isTicked } from '#app/_forms/state.ts'
import { limits } from '#lib/limits/allow.ts'
import { eraseEntry } from '#lib/submissions/commands/erase.ts'
import { ownKey } from '../own-key.ts'

export const erase = formAction({
  name: 'entry.erase',
  limit: limits.entryChange,
  read: (form) => ({ sure: String(form.get('sure') ?? '') }),
  parse: (values) => (isTicked(values, 'sure') ? { ok: true, answers: null } : { ok: false, errors: { sure: { code: 'erase.missing' } } }),
  run: async () => {
    await eraseEntry(await ownKey())
    return '/entry/erased'
  },
})
