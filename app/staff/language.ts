import { cookies } from 'next/headers'
import { defaultLocale, type Locale, localeOf } from '#lib/i18n/locales.ts'

export const languageCookie = 'hob-locale'

/** The language this member of staff chose; English otherwise. */
export async function staffLocale(): Promise<Locale> {
  return localeOf((await cookies()).get(languageCookie)?.value) ?? defaultLocale
}
