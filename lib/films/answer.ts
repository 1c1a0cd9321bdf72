import { errorOf, type FieldError } from '#lib/submissions/steps/errors.ts'
import { requiredText } from '#lib/submissions/steps/fields.ts'
import { type AskStep, askSteps } from './lifecycle.ts'

export const wordsMax = 2000

const words = requiredText({ kind: 'block', max: { count: wordsMax, code: 'film.words-too-long' } }, 'film.words-missing')

export type TypedAnswer = Readonly<{ step: AskStep; hash: string; answer: 'yes' | 'change'; words: string | null }>
type Typed = Readonly<{ step: string; hash: string; answer: string; words: string }>

/** Reads what a storyteller says to their film: a yes, or words about what to change. */
export function parseFilmAnswer(
  typed: Typed,
): { ok: true; answers: TypedAnswer } | { ok: false; errors: Readonly<Record<string, FieldError>> } {
  const step = askSteps.find((one) => one === typed.step) ?? 'storyboard'
  const known = { step, hash: typed.hash }
  if (typed.answer === 'yes') return { ok: true, answers: { ...known, answer: 'yes', words: null } }
  const parsed = words.safeParse(typed.words)
  if (parsed.success) return { ok: true, answers: { ...known, answer: 'change', words: parsed.data } }
  const issue = parsed.error.issues[0]
  return { ok: false, errors: { words: issue ? errorOf(issue) : { code: 'film.words-missing' } } }
}
