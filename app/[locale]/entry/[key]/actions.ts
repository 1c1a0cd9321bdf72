'use server'

import { formAction } from '#app/_forms/action.ts'
import { textOf } from '#app/_forms/state.ts'
import { currentPath } from '#app/_site/request.ts'
import { limits } from '#lib/limits/allow.ts'
import { answerQuestion } from '#lib/submissions/commands/answer.ts'
import { parseAnswer } from '#lib/submissions/steps/answer.ts'

export const sendAnswer = formAction({
  name: 'entry.answer',
  limit: limits.entryChange,
  read: (form) => ({ questionId: String(form.get('questionId') ?? ''), answer: String(form.get('answer') ?? '') }),
  parse: (values) => {
    const parsed = parseAnswer(textOf(values, 'answer'))
    if (!parsed.ok) return { ok: false, errors: { answer: parsed.error } }
    return { ok: true, answers: { questionId: textOf(values, 'questionId'), answer: parsed.answer } }
  },
  run: giveAnswer,
})

async function giveAnswer(given: Readonly<{ questionId: string; answer: string }>): Promise<string> {
  const key = (await currentPath()).split(/[/?]/)[2] ?? ''
  await answerQuestion({ key, ...given })
  return `/entry/${encodeURIComponent(key)}?answered=1`
}
