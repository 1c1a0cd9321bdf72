'use server'

import { formAction } from '#app/_forms/action.ts'
import { textOf } from '#app/_forms/state.ts'
import { parseFilmAnswer } from '#lib/films/answer.ts'
import { answerFilm } from '#lib/films/commands/ask.ts'
import { limits } from '#lib/limits/allow.ts'
import { entryPath, ownKey } from '../own-key.ts'

const fields = ['step', 'hash', 'answer', 'words'] as const

/** Keeps a yes to what was shown, or what to change. */
export const answer = formAction({
  name: 'film.answer',
  limit: limits.entryChange,
  read: (form) => Object.fromEntries(fields.map((name) => [name, String(form.get(name) ?? '').slice(0, 20_000)])),
  parse: (values) =>
    parseFilmAnswer({
      step: textOf(values, 'step'),
      hash: textOf(values, 'hash'),
      answer: textOf(values, 'answer'),
      words: textOf(values, 'words'),
    }),
  run: async (given) => {
    const key = await ownKey()
    await answerFilm({ key, ...given })
    return entryPath(key, `/film?done=${given.answer}`)
  },
})
