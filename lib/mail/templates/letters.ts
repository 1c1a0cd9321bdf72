import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type Block, type Composed, compose } from '../compose.ts'
import { type MyEntryValues, myEntryLetters } from './my-entry.ts'
import { type ReminderValues, reminderLetters } from './reminders.ts'

/** What each kind of letter needs to know. Dates come formatted, addresses whole. */
export type LetterValues = {
  'entry-link': { reference: string; entryUrl: string; phrase: string | null }
  question: { reference: string; entryUrl: string; phrase: string | null; question: string; deadline: string }
  ineligible: { reference: string; entryUrl: string; phrase: string | null; rule: string }
  'staff-sign-in': { url: string }
} & ReminderValues &
  MyEntryValues
export type LetterKind = keyof LetterValues

type Maker<K extends LetterKind> = (locale: Locale, values: LetterValues[K], code: string) => Composed

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** Every letter the house can send, one maker each; the receipt has a file of its own. */
export const letters: { readonly [K in LetterKind]: Maker<K> } = {
  ...reminderLetters,
  ...myEntryLetters,
  'entry-link': (locale, { reference, entryUrl, phrase }, code) => {
    const t = translator(locale, 'mail')
    const blocks: Block[] = [
      paragraph(t('entryLink.intro', { reference })),
      { kind: 'link', text: t('seeEntry'), url: entryUrl },
      paragraph(t('receipt.link')),
      paragraph(t('entryLink.other')),
    ]
    return compose({ locale, code, phrase, why: t('why'), subject: t('entryLink.subject'), heading: t('entryLink.heading'), blocks })
  },
  question: (locale, { reference, entryUrl, phrase, question, deadline }, code) => {
    const t = translator(locale, 'mail')
    const blocks: Block[] = [
      paragraph(t('question.intro')),
      { kind: 'quote', text: question },
      paragraph(t('question.until', { date: deadline })),
      { kind: 'link', text: t('question.answer'), url: entryUrl },
    ]
    return compose({
      locale,
      code,
      phrase,
      why: t('why'),
      subject: t('question.subject', { reference }),
      heading: t('question.heading'),
      blocks,
    })
  },
  ineligible: (locale, { reference, entryUrl, phrase, rule }, code) => {
    const t = translator(locale, 'mail')
    const blocks: Block[] = [
      paragraph(t('ineligible.intro')),
      { kind: 'quote', text: rule },
      paragraph(t('ineligible.more')),
      { kind: 'link', text: t('seeEntry'), url: entryUrl },
    ]
    return compose({
      locale,
      code,
      phrase,
      why: t('why'),
      subject: t('ineligible.subject', { reference }),
      heading: t('ineligible.heading'),
      blocks,
    })
  },
  'staff-sign-in': (locale, { url }, code) => {
    const t = translator(locale, 'mail')
    const blocks: Block[] = [
      paragraph(t('staffSignIn.intro')),
      { kind: 'link', text: t('staffSignIn.action'), url },
      paragraph(t('staffSignIn.other')),
    ]
    return compose({
      locale,
      code,
      phrase: null,
      why: t('whyStaff'),
      subject: t('staffSignIn.subject'),
      heading: t('staffSignIn.heading'),
      blocks,
    })
  },
}
