import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type Block, type Composed, compose } from '../compose.ts'

/** What the letter about a reported error needs to know: what was said, what staff answer, where the history is. */
export type HistoryValues = { 'history-answer': { said: string; answer: string; url: string } }

type Makers = { readonly [K in keyof HistoryValues]: (locale: Locale, values: HistoryValues[K], code: string) => Composed }

/** The one letter to who reported an error and left an address. */
export const historyLetters: Makers = {
  'history-answer': (locale, { said, answer, url }, code) => {
    const t = translator(locale, 'historyDesk')
    const blocks: Block[] = [
      { kind: 'paragraph', text: t('mail.answer') },
      { kind: 'quote', text: answer },
      { kind: 'paragraph', text: t('mail.said') },
      { kind: 'quote', text: said },
      { kind: 'link', text: t('mail.see'), url },
      { kind: 'paragraph', text: t('mail.gone') },
    ]
    return compose({ locale, code, phrase: null, why: t('mail.why'), subject: t('mail.subject'), heading: t('mail.heading'), blocks })
  },
}
