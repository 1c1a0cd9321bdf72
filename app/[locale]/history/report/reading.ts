import { textOf, type Values } from '#app/_forms/state.ts'
import { sourceAddress, whatMax, whatMin } from '#lib/history/report.ts'
import type { FieldError } from '#lib/submissions/schema.ts'
import { parseEmail } from '#lib/submissions/steps/entry-link.ts'
import { errorOf } from '#lib/submissions/steps/errors.ts'
import { requiredText } from '#lib/submissions/steps/fields.ts'

export type ReportAnswers = Readonly<{ entryId: string | null; what: string; sourceUrl: string | null; email: string | null }>
type Parsed = { ok: true; answers: ReportAnswers } | { ok: false; errors: Record<string, FieldError> }

const what = requiredText(
  { kind: 'block', min: { count: whatMin, code: 'report.too-short' }, max: { count: whatMax, code: 'report.too-long' } },
  'report.missing',
)

const fields = ['entry', 'what', 'source', 'email'] as const

/** The known fields of the form; of a field that comes twice, the first counts. */
export function readReport(form: FormData): Values {
  return Object.fromEntries(
    fields.map((name) => {
      const typed = form.get(name)
      return [name, typeof typed === 'string' ? typed : '']
    }),
  )
}

/** What somebody says is wrong, ready to be kept, or the first thing wrong with each field. */
export function parseReport(values: Values): Parsed {
  const [source, email] = [textOf(values, 'source').trim(), textOf(values, 'email').trim()]
  const errors: Record<string, FieldError> = {}
  const told = what.safeParse(textOf(values, 'what'))
  const [wrong] = told.success ? [] : told.error.issues
  if (wrong) errors.what = errorOf(wrong)
  const sourceUrl = source === '' ? null : sourceAddress(source)
  if (source !== '' && sourceUrl === null) errors.source = { code: 'report.source' }
  const parsed = email === '' ? null : parseEmail(email)
  if (parsed && !parsed.ok) errors.email = parsed.error
  if (!told.success || Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, answers: { entryId: entryOf(values), what: told.data, sourceUrl, email: parsed?.ok ? parsed.email : null } }
}

/** The entry a report is about, by its id; null for the history as a whole. */
export function entryOf(values: Values): string | null {
  const typed = textOf(values, 'entry')
  return /^[a-z0-9-]{1,80}$/.test(typed) ? typed : null
}
