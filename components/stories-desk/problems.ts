import type { Problem } from '#components/ui/error-summary.tsx'
import { languageName } from '#lib/i18n/format.ts'
import { type Locale, localeOf } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type Lack, lacks } from '#lib/stories/editing/checks.ts'
import type { FieldError, StoryFormState } from '#lib/stories/editing/form.ts'

/** The words for what is wrong with a field. */
export function errorWords(locale: Locale, code: FieldError | undefined): string | undefined {
  return code && translator(locale, 'storyDesk')(`errors.${code}`)
}

/** What a story lacks, in words: "Captions (Spanish)". */
export function lackWords(locale: Locale, lack: Lack, language: Locale | null): string {
  const t = translator(locale, 'storyDesk')
  const what = t(`lack.${lack}`)
  return language ? t('of', { what, language: languageName(locale, language) }) : what
}

/** Everything that is wrong with a form of the desk, in the order of its fields. */
export function problemsOf(locale: Locale, state: StoryFormState, order: readonly string[]): Problem[] {
  const t = translator(locale, 'storyDesk')
  const refused = state.refused ? [{ words: refusedWords(locale, state) }] : []
  const conflict = state.conflict ? [{ words: t('conflict.heading', { who: `\u2068${state.conflict.who}\u2069` }), href: '#conflict' }] : []
  const fields = order.flatMap((name) => {
    const row = /-(\d+)$/.exec(name)
    const words = errorWords(locale, state.errors[name])
    if (!words || (name === 'body' && state.problems.length > 0)) return []
    return [{ words: row ? t('rowError', { number: String(Number(row[1]) + 1), words }) : words, href: `#${name}` }]
  })
  const lines = state.problems.map(({ line, fault }) => ({
    words: t('track.line', { line: String(line), words: t(`track.fault.${fault}`) }),
    href: `#line-${line}`,
  }))
  return [...refused, ...conflict, ...fields, ...lines]
}

function refusedWords(locale: Locale, { refused, missing }: StoryFormState): string {
  const t = translator(locale, 'storyDesk')
  if (refused !== 'incomplete') return t(`refused.${refused ?? 'gone'}`)
  const all = missing.split(' ').flatMap((one) => {
    const [name, language] = one.split(':')
    const lack = lacks.find((known) => known === name)
    return lack ? [lackWords(locale, lack, localeOf(language))] : []
  })
  return t('refused.incomplete', { missing: all.join(t('comma')) })
}
