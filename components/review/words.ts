import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { themes, tools } from '#lib/submissions/schema.ts'

/** A short name for one reading, the same on the list and on its page: it tells nothing of the entry, and differs for each reviewer. */
export function codeOf(assignmentId: string): string {
  return assignmentId.replaceAll('-', '').slice(-5).toUpperCase()
}

/** The chosen themes in words, in the order of the form; '' for none. */
export function themeWords(locale: Locale, chosen: readonly string[]): string {
  const t = translator(locale, 'staff')
  return themes
    .filter((theme) => chosen.includes(theme))
    .map((theme) => t(`theme.${theme}`))
    .join(t('comma'))
}

/** The chosen tools in words, in the order of the form; '' for none. */
export function toolWords(locale: Locale, chosen: readonly string[]): string {
  const t = translator(locale, 'staff')
  return tools
    .filter((tool) => chosen.includes(tool))
    .map((tool) => t(`tool.${tool}`))
    .join(t('comma'))
}
