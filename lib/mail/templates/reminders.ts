import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type Block, type Composed, compose } from '../compose.ts'

/** What letters about a draft, and about a question that waits, need to know. Dates come formatted, addresses whole. */
export type ReminderValues = {
  continue: { url: string; phrase: string | null; until: string }
  'draft-expiring': { url: string; phrase: string | null; date: string }
  'question-reminder': { reference: string; entryUrl: string; phrase: string | null; question: string; deadline: string }
}

type Maker<K extends keyof ReminderValues> = (locale: Locale, values: ReminderValues[K], code: string) => Composed

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** Letters that bring somebody back to what they began: on another device, before it is deleted, before a deadline. */
export const reminderLetters: { readonly [K in keyof ReminderValues]: Maker<K> } = {
  continue: (locale, { url, phrase, until }, code) => {
    const t = translator(locale, 'mail')
    const blocks: Block[] = [
      paragraph(t('continueLink.intro')),
      { kind: 'link', text: t('continueLink.action'), url },
      paragraph(t('continueLink.once', { date: until })),
      paragraph(t('continueLink.other')),
    ]
    const [subject, heading] = [t('continueLink.subject'), t('continueLink.heading')]
    return compose({ locale, code, phrase, why: t('continueLink.why'), subject, heading, blocks })
  },
  'draft-expiring': (locale, { url, phrase, date }, code) => {
    const t = translator(locale, 'mail')
    const blocks: Block[] = [
      paragraph(t('draftExpiring.intro', { date })),
      { kind: 'link', text: t('continueLink.action'), url },
      paragraph(t('draftExpiring.link')),
      paragraph(t('draftExpiring.nothing')),
    ]
    const [subject, heading] = [t('draftExpiring.subject', { date }), t('draftExpiring.heading')]
    return compose({ locale, code, phrase, why: t('draftExpiring.why'), subject, heading, blocks })
  },
  'question-reminder': (locale, { reference, entryUrl, phrase, question, deadline }, code) => {
    const t = translator(locale, 'mail')
    const blocks: Block[] = [
      paragraph(t('questionReminder.intro')),
      { kind: 'quote', text: question },
      paragraph(t('question.until', { date: deadline })),
      { kind: 'link', text: t('question.answer'), url: entryUrl },
    ]
    const [subject, heading] = [t('questionReminder.subject', { reference }), t('questionReminder.heading')]
    return compose({ locale, code, phrase, why: t('why'), subject, heading, blocks, cloth: reference })
  },
}
