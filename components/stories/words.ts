import { direction, type Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { StoryCard } from '#lib/stories/views.ts'

/** For an element whose words are in another language than the page: says which, and which way they run. */
export function wordsIn(lang: Locale, locale: Locale): { lang?: Locale; dir?: 'ltr' | 'rtl' } {
  return lang === locale ? {} : { lang, dir: direction(lang) }
}

/** What a film is about, for who reads it elsewhere: one about nobody real says so there too. */
export function summaryOf(locale: Locale, { kind, summary }: Pick<StoryCard, 'kind' | 'summary'>): string {
  return kind === 'illustrative' ? `${summary} ${translator(locale, 'stories')('illustrative')}.` : summary
}
