import type { Locale } from '#lib/i18n/locales.ts'
import { messages } from '#lib/i18n/messages/index.ts'
import type { FieldName, PermissionsAnswers } from './schema.ts'

/** What a storyteller permits, each on its own. */
export const purposes = ['rules', 'reading', 'film', 'show-post', 'publish-name', 'news'] as const
export type Purpose = (typeof purposes)[number]

/** The field of the form that asks for each purpose. */
export const consentFields = {
  rules: 'acceptRules',
  reading: 'permitReading',
  film: 'film',
  'show-post': 'showPost',
  'publish-name': 'publishName',
  news: 'news',
} as const satisfies Record<Purpose, FieldName>

/** The exact words that stand at each permission in this language, hints and choices included: what a consent is a consent to. */
export function consentTexts(locale: Locale): Readonly<Record<Purpose, string>> {
  const words: Readonly<Record<string, unknown>> = messages[locale].share
  const shown = words.permissions as Readonly<Record<string, unknown>> | undefined
  return Object.fromEntries(purposes.map((purpose) => [purpose, wordsIn(shown?.[consentFields[purpose]])])) as Record<Purpose, string>
}

function wordsIn(part: unknown): string {
  if (typeof part === 'string') return part
  return part && typeof part === 'object' ? Object.values(part).map(wordsIn).join('\n') : ''
}

/** The answer to each purpose, in the words of the record. */
export function consentAnswers(given: PermissionsAnswers): Readonly<Record<Purpose, 'yes' | 'ask' | 'no'>> {
  const answer = (ticked: boolean) => (ticked ? 'yes' : 'no')
  return {
    rules: answer(given.acceptRules),
    reading: answer(given.permitReading),
    film: given.film,
    'show-post': answer(given.showPost),
    'publish-name': answer(given.publishName),
    news: answer(given.news),
  }
}
