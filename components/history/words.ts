import type { Words } from '#lib/history/views.ts'

/** Attributes for an element that holds these words: marks English where the reader's language lacks them. */
export function spoken(words: Words): { lang: 'en'; dir: 'ltr' } | Record<string, never> {
  return words.lang ? { lang: words.lang, dir: 'ltr' } : {}
}
