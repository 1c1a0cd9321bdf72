import { locales } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { markup } from '../layout/markup.ts'

const inOneAddress = /https?:\/\/[^\s"'<>]+/g
const secret = /[A-Za-z0-9_-]{20,}/g

/** Where a letter repeats the phrase of a storyteller, in any language, as text and as markup. */
const phrases = locales.map((locale) => {
  const [before = ''] = translator(locale, 'mail')('phrase', { phrase: '\n' }).split('\n')
  const either = [before, markup(before)].map((words) => words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return new RegExp(`(${either.join('|')})(?:<bdi>[^<]*</bdi>|[^\\n]*)`, 'g')
})

/**
 * The same words with the secret part of every link hidden, and the phrase that a storyteller chose as a sign between us: whoever reads a
 * letter here must not be able to open what it opens, nor to write as if they were us.
 */
export function withoutSecrets(words: string): string {
  const closed = words.replace(inOneAddress, (address) => address.replace(secret, '…'))
  return phrases.reduce((left, phrase) => left.replace(phrase, (_, before: string) => `${before}···`), closed)
}

/** Whether letters of this kind hold a code that opens something by itself. */
export function holdsCode(kind: string): boolean {
  return kind === 'award-code'
}
