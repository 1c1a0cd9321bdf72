import { direction, type Locale } from '#lib/i18n/locales.ts'

/** For an element whose words are in another language than the page: says which, and which way they run. */
export function wordsIn(lang: Locale, locale: Locale): { lang?: Locale; dir?: 'ltr' | 'rtl' } {
  return lang === locale ? {} : { lang, dir: direction(lang) }
}
