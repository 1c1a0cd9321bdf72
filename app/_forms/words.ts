import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { FieldError } from '#lib/submissions/schema.ts'
import { readable } from './refusals.ts'

/** What is wrong with one field, in the reader's language. */
export function fieldWords(locale: Locale, error: FieldError): string {
  if (error.code === 'postUrl.refused') return translator(locale, 'postLink')(error.reason ?? 'not_a_url')
  return translator(locale, 'errors')(error.code, readable(locale, error.values) as never)
}
