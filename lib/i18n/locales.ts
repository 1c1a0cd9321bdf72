export const locales = ['en', 'es', 'ar'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'en'

/** Each language in its own words. */
export const localeNames: Readonly<Record<Locale, string>> = { en: 'English', es: 'Español', ar: 'العربية' }

/** The supported locale of this name, or null. */
export function localeOf(value: string | undefined): Locale | null {
  return locales.find((locale) => locale === value) ?? null
}

export function direction(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'ar' ? 'rtl' : 'ltr'
}

/** The public path of a page: English has no prefix, every other language has one. `path` begins with a slash. */
export function localPath(locale: Locale, path: string): string {
  if (locale === defaultLocale) return path
  return path === '/' ? `/${locale}` : `/${locale}${path}`
}
