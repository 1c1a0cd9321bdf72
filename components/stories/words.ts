import { direction, type Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { StoryCard } from '#lib/stories/views.ts'

/** For an element whose words are in another language than the page: says which, and which way they run. */
export function wordsIn(lang: Locale, locale: Locale): { lang?: Locale; dir?: 'ltr' | 'rtl' } {
  return lang === locale ? {} : { lang, dir: direction(lang) }
}

/** What a film is about, for who reads it elsewhere, in the language of its words: one about nobody real says so there too. */
export function summaryOf({ kind, summary, lang }: Pick<StoryCard, 'kind' | 'summary' | 'lang'>): string {
  return kind === 'illustrative' ? `${summary} ${translator(lang, 'stories')('illustrative')}.` : summary
}
