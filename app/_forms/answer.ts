import 'server-only'
import { db } from '#lib/foundation/db.ts'
import { fault, info } from '#lib/foundation/log.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type Asked, allowEach, type Limit, limits } from '#lib/limits/allow.ts'
import type { FieldError } from '#lib/submissions/schema.ts'
import type { Signal } from '#lib/submissions/spam.ts'
import { trapField } from './age.ts'
import { minutes, problemsOf } from './refusals.ts'
import type { FormState, Values } from './state.ts'
import { fieldWords } from './words.ts'

export type FormRequest = Readonly<{
  locale: Locale
  form: FormData
  /** The network address of who is asking. */
  client: string
}>

/** What the work of a form is told beside the answers. */
export type Heard = FormRequest & Readonly<{ signals: readonly Signal[] }>

type FieldErrors = Readonly<Partial<Record<string, FieldError>>>

/** How one form is answered. */
export type FormPlan<A> = Readonly<{
  /** Names the form in the log. */
  name: string
  /** For each network address. */
  limit: Limit
  /** Permits that have to be had besides, for others than the network address. */
  further?: (request: FormRequest) => Promise<readonly Asked[]>
  /** What speaks for a program, for the work to keep. A form without it is asked again when its trap was filled. */
  notice?: (form: FormData) => readonly Signal[]
  /** Takes the known fields out of the form. */
  read: (form: FormData) => Values
  parse: (values: Values) => { ok: true; answers: A } | { ok: false; errors: FieldErrors }
  /** Does what was asked and says where to go, as a path without language prefix. */
  run: (answers: A, request: Heard) => Promise<string>
}>

/**
 * Answers a form: the trap, the fields, the limit for this network address (a wide one of its own when a field is wrong), then the work
 * itself. Gives the path to go on to, or the form again with every value that was typed and what is wrong in the reader's language. A fault
 * of ours is logged and shown with its number.
 */
export async function answerForm<A>(plan: FormPlan<A>, request: FormRequest): Promise<{ to: string } | FormState> {
  const values = plan.read(request.form)
  const again = (change: Partial<FormState>): FormState => ({ values, errors: {}, problems: [], status: 200, answered: true, ...change })
  const t = translator(request.locale, 'errors')
  try {
    if (!plan.notice && request.form.get(trapField)) return again({ problems: [{ words: t('form.trap') }] })
    const parsed = plan.parse(values)
    const wait = parsed.ok ? await secondsToWait(await asked(plan, request)) : await secondsAfterWrong(request)
    if (wait)
      return again({ status: 429, retryAfter: wait, problems: [{ words: t('form.limit', { minutes: minutes(request.locale, wait) }) }] })
    if (!parsed.ok) return again({ errors: wordsOf(request.locale, parsed.errors) })
    return { to: await plan.run(parsed.answers, { ...request, signals: plan.notice?.(request.form) ?? [] }) }
  } catch (error) {
    const problem = error instanceof Refusal ? refused(request.locale, plan.name, error) : null
    if (problem) return again(problem)
    const reference = fault('form.failed', error, { form: plan.name })
    return again({ status: 503, problems: [{ words: t('form.fault', { reference }) }] })
  }
}

async function asked<A>({ limit, further }: FormPlan<A>, request: FormRequest): Promise<readonly Asked[]> {
  return [[limit, request.client], ...((await further?.(request)) ?? [])]
}

/** How long until every permit can be had; 0 when all were given now. */
async function secondsToWait(asked: readonly Asked[]): Promise<number> {
  const permits = await allowEach(db, asked)
  return Math.max(...permits.map((permit) => (permit.allowed ? 0 : permit.retryAfter)))
}

/** What is wrong with a form can be said without a database, so that a missing one is no reason to wait. */
function secondsAfterWrong({ client }: FormRequest): Promise<number> {
  return secondsToWait([[limits.formTry, client]]).catch(() => 0)
}

function refused(locale: Locale, form: string, refusal: Refusal): Partial<FormState> | null {
  const problems = problemsOf(locale, refusal)
  if (problems) info('form.refused', { form, code: refusal.code })
  const { seconds } = refusal.values
  return problems && { problems, ...(typeof seconds === 'number' && { status: 429, retryAfter: seconds }) }
}

function wordsOf(locale: Locale, errors: FieldErrors): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).flatMap(([name, error]) => (error ? [[name, fieldWords(locale, error)]] : [])))
}
