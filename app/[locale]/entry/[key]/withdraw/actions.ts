'use server'

import { formAction } from '#app/_forms/action.ts'
import { limits } from '#lib/limits/allow.ts'
import { restoreEntry, withdrawEntry } from '#lib/submissions/commands/withdraw.ts'
import { entryPath, ownKey } from '../own-key.ts'

const asked = { limit: limits.entryChange, read: () => ({}), parse: () => ({ ok: true, answers: null }) as const }

export const withdraw = formAction({
  ...asked,
  name: 'entry.withdraw',
  run: async () => {
    const key = await ownKey()
    await withdrawEntry(key)
    return entryPath(key, '?done=withdrawn')
  },
})

export const restore = formAction({
  ...asked,
  name: 'entry.restore',
  run: async () => {
    const key = await ownKey()
    await restoreEntry(key)
    return entryPath(key, '?done=restored')
  },
})
