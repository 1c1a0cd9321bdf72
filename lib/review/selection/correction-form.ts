import { countGraphemes, findForbidden, hasVisible, normaliseText } from '#lib/foundation/text.ts'
import { defaultLocale, type Locale, locales } from '#lib/i18n/locales.ts'

/** In characters as people see them, in each language. */
export const correctionMax = 1000

/** The words of a correction by language; English, the original, is always among them. */
export type Correction = Readonly<{ texts: Readonly<Partial<Record<Locale, string>>> }>
export type CorrectionValues = Readonly<Record<Locale, string>>
export type CorrectionErrors = Readonly<Partial<Record<Locale, 'missing' | 'too-long' | 'forbidden'>>>

/** What a sent form says, nothing judged yet. */
export function readCorrection(form: FormData): CorrectionValues {
  const texts = locales.map((locale) => [locale, normaliseText(String(form.get(`text-${locale}`) ?? ''))])
  return Object.fromEntries(texts) as CorrectionValues
}

/** The correction of a filled-in form, or what is wrong in each language. */
export function parseCorrection(values: CorrectionValues): { ok: true; correction: Correction } | { ok: false; errors: CorrectionErrors } {
  const given = locales.filter((locale) => hasVisible(values[locale]))
  const errors: Partial<Record<Locale, 'missing' | 'too-long' | 'forbidden'>> = {}
  if (!given.includes(defaultLocale)) errors[defaultLocale] = 'missing'
  for (const locale of given) {
    if (findForbidden(values[locale], 'block')) errors[locale] = 'forbidden'
    else if (values[locale].length > correctionMax * 10 || countGraphemes(values[locale]) > correctionMax) errors[locale] = 'too-long'
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, correction: { texts: Object.fromEntries(given.map((locale) => [locale, values[locale]])) } }
}
