import { readReference } from '#lib/foundation/reference.ts'
import { hasVisible, normaliseText } from '#lib/foundation/text.ts'
import { firstText, type TextError, textError } from './typed-text.ts'

/** Reviews for each entry, on average: what a budget can be, and what it is unless somebody says otherwise. */
export const budgets = { least: 2, most: 6, usual: 3 } as const
/** In characters as people see them. */
export const answerMax = 1000

/** The budget somebody typed, with a comma or a point; null when it is none. */
export function readBudget(typed: string): number | null {
  const value = /^\d(?:[.,]\d{1,2})?$/.test(typed.trim()) ? Number(typed.trim().replace(',', '.')) : Number.NaN
  return value >= budgets.least && value <= budgets.most ? value : null
}

export type HandValues = Readonly<{ reference: string; reviewerId: string }>
export type HandErrors = Readonly<{ reference?: 'reference.missing'; reviewerId?: 'who.missing' }>

/** Who is to read what, as it was typed. */
export function readHand(form: FormData): HandValues {
  return { reference: firstText(form, 'reference').trim(), reviewerId: firstText(form, 'reviewerId') }
}

/** The same, ready to be done, or what is wrong. */
export function parseHand(values: HandValues): Readonly<{ ok: true; input: HandValues } | { ok: false; errors: HandErrors }> {
  const reference = readReference(values.reference)
  if (reference && values.reviewerId) return { ok: true, input: { reference, reviewerId: values.reviewerId } }
  const errors = {
    ...(reference ? {} : { reference: 'reference.missing' as const }),
    ...(values.reviewerId ? {} : { reviewerId: 'who.missing' as const }),
  }
  return { ok: false, errors }
}

/** The answer to a worry, or what is wrong with it. */
export function parseAnswer(
  form: FormData,
): Readonly<{ flagId: string; answer: string; error: TextError | Readonly<{ code: 'missing' }> | null }> {
  const flagId = firstText(form, 'flag')
  const answer = normaliseText(firstText(form, `answer-${flagId}`))
  const error = hasVisible(answer) ? textError(answer, answerMax) : ({ code: 'missing' } as const)
  return { flagId, answer, error }
}
