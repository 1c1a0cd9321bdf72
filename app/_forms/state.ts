import type { Problem } from '#components/ui/error-summary.tsx'

/** What somebody typed or chose, by field name. */
export type Values = Readonly<Record<string, string | readonly string[]>>

/** What a form shows: the values it holds and what is wrong with them. */
export type FormState = Readonly<{
  values: Values
  /** Words for each wrong field, in the order of the page. */
  errors: Readonly<Record<string, string>>
  /** Problems of the form as a whole. */
  problems: readonly Problem[]
  /** The HTTP status of the page that shows this. */
  status: 200 | 429 | 503
  /** With 429: after how many seconds the same can be sent again. */
  retryAfter?: number
  /** True once an action has answered: what is shown was typed by the person, not read from the draft. */
  answered: boolean
}>

/**
 * An action with its language bound. It has to be bound by the page and handed over: bound while a form renders, it is another function at
 * every try, and React waits for ever for the one it is to show the answer of.
 */
export type BoundAction = (before: FormState, form: FormData) => Promise<FormState>

/** A form before it was sent. */
export function fresh(values: Values = {}): FormState {
  return { values, errors: {}, problems: [], status: 200, answered: false }
}

/** The text a field holds; of several, the first. */
export function textOf(values: Values, name: string): string {
  const value = values[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** All that is chosen under one name. */
export function listOf(values: Values, name: string): readonly string[] {
  const value = values[name]
  return typeof value === 'string' ? [value] : (value ?? [])
}

/** Whether a box is ticked. */
export function isTicked(values: Values, name: string): boolean {
  return ['yes', 'on', 'true', '1'].includes(textOf(values, name))
}

/** Accepted answers as a form holds them. */
export function valuesOf(answers: Readonly<Record<string, string | readonly string[] | boolean | null>> = {}): Values {
  return Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, asTyped(answer)]))
}

function asTyped(answer: string | readonly string[] | boolean | null): string | readonly string[] {
  if (typeof answer === 'boolean') return answer ? 'yes' : ''
  return answer ?? ''
}
