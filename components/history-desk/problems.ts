import type { Problem } from '#components/ui/error-summary.tsx'
import type { FieldError, HistoryFormState } from '#lib/history/editing/form.ts'
import { type Fault, faults, type Lack, lacks } from '#lib/history/editing/rules.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'

/** The words for what is wrong with a field. */
export function errorWords(locale: Locale, code: FieldError | undefined): string | undefined {
  return code && translator(locale, 'historyDesk')(`errors.${code}`)
}

/** The words for a rule of the history, or for what an entry lacks. */
export function ruleWords(locale: Locale, rule: Fault | Lack): string {
  return translator(locale, 'historyDesk')(`rules.${rule}`)
}

/** Everything that is wrong with a form of the desk, in the order of its fields. */
export function problemsOf(
  locale: Locale,
  state: HistoryFormState,
  fields: readonly Readonly<{ name: string; label: string }>[],
): Problem[] {
  const t = translator(locale, 'historyDesk')
  const refused = state.refused ? [{ words: t(`refused.${state.refused}`) }] : []
  const conflict = state.conflict ? [{ words: t('conflict.heading', { who: `\u2068${state.conflict.who}\u2069` }), href: '#conflict' }] : []
  const rules = [...faults, ...lacks].filter((rule) => state.rules.includes(rule)).map((rule) => ({ words: ruleWords(locale, rule) }))
  const wrong = fields.flatMap(({ name, label }) => {
    const words = errorWords(locale, state.errors[name])
    return words ? [{ words: t('fieldError', { label, words }), href: `#${name}` }] : []
  })
  return [...refused, ...conflict, ...rules, ...wrong]
}
