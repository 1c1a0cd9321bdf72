import type { Locale } from '#lib/i18n/locales.ts'
import { messages } from '#lib/i18n/messages/index.ts'
import type { PermissionsAnswers } from './schema.ts'

/** What a storyteller permits, each on its own. */
export const purposes = ['rules', 'reading', 'film', 'show-post', 'publish-name', 'news'] as const
export type Purpose = (typeof purposes)[number]

/** What can be answered about each permission that can be given and taken back on its own. */
export const freePermissions = {
  film: ['yes', 'ask', 'no'],
  'show-post': ['yes', 'no'],
  'publish-name': ['yes', 'no'],
  news: ['yes', 'no'],
} as const satisfies Partial<Record<Purpose, readonly string[]>>
export type FreePermission = keyof typeof freePermissions
export const freePermissionNames = Object.keys(freePermissions) as FreePermission[]

/** Whether this permission can be answered so. */
export function isOffered(purpose: FreePermission, answer: string): boolean {
  const answers: readonly string[] = freePermissions[purpose]
  return answers.includes(answer)
}

/** The purpose of this name, or null. */
export function purposeOf(name: string): Purpose | null {
  return purposes.find((purpose) => purpose === name) ?? null
}

/** The exact words that stand at each permission in this language, hints and choices included: what a consent is a consent to. */
export function consentTexts(locale: Locale): Readonly<Record<Purpose, string>> {
  const words = messages[locale].share.permissions
  const lines = {
    rules: [words.rules, words.rulesHint],
    reading: [words.reading, words.readingHint],
    film: [words.filmQuestion, words.filmHint, words.filmYes, words.filmAsk, words.filmNo, words.licence],
    'show-post': [words.showPost, words.licence],
    'publish-name': [words.publishName, words.publishNameHint],
    news: [words.news, words.newsHint],
  } as const satisfies Record<Purpose, readonly string[]>
  return Object.fromEntries(purposes.map((purpose) => [purpose, lines[purpose].join('\n')])) as Record<Purpose, string>
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
