import type { Locale } from '#lib/i18n/locales.ts'
import { messages } from '#lib/i18n/messages/index.ts'

/** The name of a kind of letter; the kind itself where it has none yet. */
export function kindName(locale: Locale, kind: string): string {
  const names: Readonly<Record<string, string>> = messages[locale].mailDesk.kind
  return names[kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] ?? kind
}
