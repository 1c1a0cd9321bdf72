import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type Block, type Composed, compose } from '../compose.ts'

type Known = {
  reference: string
  entryUrl: string
  phrase: string | null /** Whole sentences, in the language of the letter. */
  reasons: readonly string[]
}
type Chosen = Known & { storyOnly: boolean; film: boolean }

/** What the letters that tell a result need to know. */
export type ResultsValues = {
  'result-selected': Chosen
  'result-reserve': Known
  'result-not-selected': Known
  'reserve-selected': Chosen
}

type Makers = { readonly [K in keyof ResultsValues]: (locale: Locale, values: ResultsValues[K], code: string) => Composed }
type Name = 'selected' | 'reserve' | 'notSelected' | 'movedUp'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

function letter(locale: Locale, name: Name, values: Known, more: Readonly<{ code: string; after: readonly string[] }>): Composed {
  const [t, mail] = [translator(locale, 'resultsMail'), translator(locale, 'mail')]
  const { reference, entryUrl, phrase, reasons } = values
  const because: readonly Block[] = reasons.length > 0 ? [{ kind: 'heading', text: t('because') }, ...reasons.map(paragraph)] : []
  const toEntry: Block = { kind: 'link', text: mail('seeEntry'), url: entryUrl }
  const blocks = [paragraph(t(`${name}.intro`, { reference })), ...more.after.map(paragraph), ...because, toEntry, paragraph(t('readers'))]
  const [subject, heading] = [t(`${name}.subject`, { reference }), t(`${name}.heading`)]
  return compose({ locale, code: more.code, phrase, why: mail('why'), subject, heading, blocks, cloth: reference })
}

function chosen(locale: Locale, name: 'selected' | 'movedUp', values: Chosen, code: string): Composed {
  const t = translator(locale, 'resultsMail')
  const after = [t(values.storyOnly ? 'selected.storyOnly' : 'selected.award'), ...(values.film ? [t('selected.film')] : [])]
  return letter(locale, name, values, { code, after: [...after, t('selected.leave')] })
}

/** The letters that tell a result: one for each outcome, and one for a reserve who moves up. */
export const resultsLetters: Makers = {
  'result-selected': (locale, values, code) => chosen(locale, 'selected', values, code),
  'reserve-selected': (locale, values, code) => chosen(locale, 'movedUp', values, code),
  'result-reserve': (locale, values, code) =>
    letter(locale, 'reserve', values, { code, after: [translator(locale, 'resultsMail')('reserve.order')] }),
  'result-not-selected': (locale, values, code) =>
    letter(locale, 'notSelected', values, { code, after: [translator(locale, 'resultsMail')('notSelected.thanks')] }),
}
