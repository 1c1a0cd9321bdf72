type Language = Readonly<{
  /** In its own words. */
  name: string
  /** How dates and numbers are written, as a BCP 47 tag: always with Latin digits. */
  tag: string
  direction: 'ltr' | 'rtl'
}>

/** Every language of the site, English first. A new one is its line here and its words in `messages/` (docs/adding-a-language.md). */
const languages = {
  en: { name: 'English', tag: 'en-GB', direction: 'ltr' },
  es: { name: 'Español', tag: 'es', direction: 'ltr' },
  ar: { name: 'العربية', tag: 'ar-u-nu-latn', direction: 'rtl' },
} as const satisfies Readonly<Record<string, Language>>

export type Locale = keyof typeof languages
export const locales = Object.keys(languages) as unknown as readonly [Locale, ...Locale[]]
export const defaultLocale: Locale = 'en'

/** Each language in its own words. */
export const localeNames = ofEach(({ name }) => name)

/** How each language writes dates and numbers, for `Intl`. */
export const tags = ofEach(({ tag }) => tag)

function ofEach(what: (language: Language) => string): Readonly<Record<Locale, string>> {
  return Object.fromEntries(Object.entries(languages).map(([locale, language]) => [locale, what(language)])) as Record<Locale, string>
}

/** The supported locale of this name, or null. */
export function localeOf(value: string | undefined): Locale | null {
  return locales.find((locale) => locale === value) ?? null
}

export function direction(locale: Locale): 'ltr' | 'rtl' {
  return languages[locale].direction
}

/** The letters a language is written in, as ISO 15924 has it: "Latn", "Arab". */
export function scriptOf(locale: Locale): string {
  return new Intl.Locale(languages[locale].tag).maximize().script ?? 'Latn'
}

/** The public path of a page: English has no prefix, every other language has one. `path` begins with a slash. */
export function localPath(locale: Locale, path: string): string {
  if (locale === defaultLocale) return path
  return path === '/' ? `/${locale}` : `/${locale}${path}`
}
