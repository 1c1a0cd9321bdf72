import 'server-only'
import { db } from '#lib/foundation/db.ts'
import { fault, info } from '#lib/foundation/log.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { allow, type Limit } from '#lib/limits/allow.ts'
import type { FieldError } from '#lib/submissions/schema.ts'
import { problemOf } from './refusals.ts'
import type { FormState, Values } from './state.ts'
import { fieldWords } from './words.ts'

/** A field that only programs fill in. */
export const trapField = 'website'

export type FormRequest = Readonly<{
  locale: Locale
  form: FormData
  /** The network address of who is asking. */
  client: string
}>

type FieldErrors = Readonly<Partial<Record<string, FieldError>>>

/** How one form is answered. */
export type FormPlan<A> = Readonly<{
  /** Names the form in the log. */
  name: string
  limit: Limit
  /** Takes the known fields out of the form. */
  read: (form: FormData) => Values
  parse: (values: Values) => { ok: true; answers: A } | { ok: false; errors: FieldErrors }
  /** Does what was asked and says where to go, as a path without language prefix. */
  run: (answers: A, request: FormRequest) => Promise<string>
}>

/**
 * Answers a form: the trap, the fields, the limit for this network address, then the work itself. Gives the path to go on to, or the
 * form again with every value that was typed and what is wrong in the reader's language. A fault of ours is logged and shown with its number.
 */
export async function answerForm<A>(plan: FormPlan<A>, request: FormRequest): Promise<{ to: string } | FormState> {
  const values = plan.read(request.form)
  const again = (change: Partial<FormState>): FormState => ({ values, errors: {}, problems: [], status: 200, answered: true, ...change })
  const t = translator(request.locale, 'errors')
  try {
    if (request.form.get(trapField)) return again({ problems: [{ words: t('form.trap') }] })
    const parsed = plan.parse(values)
    if (!parsed.ok) return again({ errors: wordsOf(request.locale, parsed.errors) })
    const permit = await allow(db, plan.limit, request.client)
    if (!permit.allowed)
      return again({ status: 429, problems: [{ words: t('form.limit', { minutes: minutes(request.locale, permit.retryAfter) }) }] })
    return { to: await plan.run(parsed.answers, request) }
  } catch (error) {
    const problem = error instanceof Refusal ? refused(request.locale, plan.name, error) : null
    if (problem) return again(problem)
    const reference = fault('form.failed', error, { form: plan.name })
    return again({ status: 503, problems: [{ words: t('form.fault', { reference }) }] })
  }
}

function refused(locale: Locale, form: string, refusal: Refusal): Partial<FormState> | null {
  const problem = problemOf(locale, refusal)
  if (problem) info('form.refused', { form, code: refusal.code })
  return problem && { problems: [problem] }
}

function wordsOf(locale: Locale, errors: FieldErrors): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).flatMap(([name, error]) => (error ? [[name, fieldWords(locale, error)]] : [])))
}

function minutes(locale: Locale, seconds: number): string {
  return translator(locale, 'errors')('form.minutes', { count: Math.max(1, Math.ceil(seconds / 60)) })
}
