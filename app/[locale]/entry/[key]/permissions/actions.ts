'use server'

import { formAction } from '#app/_forms/action.ts'
import type { FormRequest } from '#app/_forms/answer.ts'
import { textOf } from '#app/_forms/state.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { limits } from '#lib/limits/allow.ts'
import { changePermission } from '#lib/submissions/commands/change-permission.ts'
import { purposeOf } from '#lib/submissions/consent.ts'
import { entryPath, ownKey } from '../own-key.ts'

export const answerPermission = formAction({
  name: 'entry.permission',
  limit: limits.entryChange,
  read: (form) => ({ purpose: String(form.get('purpose') ?? ''), answer: String(form.get('answer') ?? '') }),
  parse: (values) => ({ ok: true, answers: { purpose: textOf(values, 'purpose'), answer: textOf(values, 'answer') } }),
  run: change,
})

async function change(given: Readonly<{ purpose: string; answer: string }>, { locale }: FormRequest): Promise<string> {
  const purpose = purposeOf(given.purpose)
  if (!purpose) throw new Refusal('permission.unknown')
  const key = await ownKey()
  await changePermission({ key, purpose, answer: given.answer, locale })
  return entryPath(key, `/permissions?saved=1#${purpose}`)
}
