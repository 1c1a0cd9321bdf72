import { textOf, type Values } from '#app/_forms/state.ts'
import { countGraphemes, hasVisible, normaliseText } from '#lib/foundation/text.ts'
import { sourceAddress, whatMax, whatMin } from '#lib/history/report.ts'
import type { FieldError } from '#lib/submissions/schema.ts'
import { parseEmail } from '#lib/submissions/steps/entry-link.ts'
import { forbiddenIn } from '#lib/submissions/steps/fields.ts'

export type ReportAnswers = Readonly<{ entryId: string | null; what: string; sourceUrl: string | null; email: string | null }>
type Parsed = { ok: true; answers: ReportAnswers } | { ok: false; errors: Record<string, FieldError> }

const fields = ['entry', 'what', 'source', 'email'] as const

/** The known fields of the form; of a field that comes twice, the first counts. */
export function readReport(form: FormData): Values {
  return Object.fromEntries(
    fields.map((name) => {
      const typed = form.get(name)
      return [name, typeof typed === 'string' ? typed.slice(0, 40_000) : '']
    }),
  )
}

/** What somebody says is wrong, ready to be kept, or the first thing wrong with each field. */
export function parseReport(values: Values): Parsed {
  const [what, source, email] = [normaliseText(textOf(values, 'what')), textOf(values, 'source').trim(), textOf(values, 'email').trim()]
  const errors: Record<string, FieldError> = {}
  const wrong = whatError(what)
  if (wrong) errors.what = wrong
  const sourceUrl = source === '' ? null : sourceAddress(source)
  if (source !== '' && sourceUrl === null) errors.source = { code: 'report.source' }
  const parsed = email === '' ? null : parseEmail(email)
  if (parsed && !parsed.ok) errors.email = parsed.error
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, answers: { entryId: entryOf(values), what, sourceUrl, email: parsed?.ok ? parsed.email : null } }
}

/** The entry a report is about, by its id; null for the history as a whole. */
export function entryOf(values: Values): string | null {
  const typed = textOf(values, 'entry')
  return /^[a-z0-9-]{1,80}$/.test(typed) ? typed : null
}

function whatError(what: string): FieldError | null {
  if (!hasVisible(what)) return { code: 'report.missing' }
  const forbidden = forbiddenIn(what, 'block')
  if (forbidden) return forbidden
  const count = countGraphemes(what)
  if (count < whatMin) return { code: 'report.too-short', values: { min: whatMin, count } }
  if (count > whatMax) return { code: 'report.too-long', values: { max: whatMax, count } }
  return what.length > whatMax * 10 ? { code: 'text.too-heavy', values: { max: whatMax * 10 } } : null
}
