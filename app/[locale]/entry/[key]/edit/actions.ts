'use server'

import { formAction } from '#app/_forms/action.ts'
import { textOf } from '#app/_forms/state.ts'
import { limits } from '#lib/limits/allow.ts'
import { editEntry } from '#lib/submissions/commands/edit-entry.ts'
import { type EditAnswers, parseEdit, readEdit } from '#lib/submissions/steps/edit.ts'
import { entryPath, ownKey } from '../own-key.ts'

export const saveEdit = formAction({
  name: 'entry.edit',
  limit: limits.entryChange,
  read: (form) => ({ ...readEdit(form), version: String(form.get('version') ?? '') }),
  parse: (values) => {
    const parsed = parseEdit(values)
    return parsed.ok ? { ok: true, answers: { answers: parsed.answers, version: Number(textOf(values, 'version')) } } : parsed
  },
  run: save,
})

async function save(given: Readonly<{ answers: EditAnswers; version: number }>): Promise<string> {
  const key = await ownKey()
  await editEntry({ key, ...given })
  return entryPath(key, '?done=edited')
}
