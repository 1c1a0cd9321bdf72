import { defaultLocale, type Locale, localeOf } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import type { LetterValues } from '#lib/mail/templates/letters.ts'
import { type Outcome, reasonsOf } from './schema.ts'

/** What a letter about a result is written from. `film` is the latest answer to whether a film may be made. */
export type Addressee = Readonly<{
  id: string
  reference: string
  locale: string
  email: string
  phrase: string | null
  storyOnly: boolean
  film: string | null
  outcome: Outcome
  reasons: readonly string[]
}>

const kinds = { selected: 'result-selected', reserve: 'result-reserve', not_selected: 'result-not-selected' } as const satisfies Record<
  Outcome,
  keyof LetterValues
>
export type ResultLetterKind = (typeof kinds)[Outcome]

/** Which letter tells this storyteller their result, in which language, and with what in it. */
export function resultLetter(
  to: Addressee,
  entryUrl: string,
): { kind: ResultLetterKind; locale: Locale; values: LetterValues['result-selected'] } {
  const locale = localeOf(to.locale) ?? defaultLocale
  const { reference, phrase, storyOnly, film } = to
  const values = { reference, entryUrl, phrase, reasons: reasonWords(locale, to.reasons), storyOnly, film: film !== null && film !== 'no' }
  return { kind: kinds[to.outcome], locale, values }
}

/** The sentences a storyteller reads for these reasons. */
export function reasonWords(locale: Locale, reasons: readonly string[]): string[] {
  return reasonsOf(reasons).map((tag) => translator(locale, 'results')(`reason.${tag}`))
}
