import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type Block, type Composed, compose } from '../compose.ts'

type Known = { reference: string; entryUrl: string; phrase: string | null }

/** What the letters about a look at an entry, and about its link, need to know. Dates come formatted, addresses whole. */
export type EntryValues = {
  'entry-link': Known
  question: Known & { question: string; deadline: string }
  /** `appeal`: until when, and where; null when the one appeal was made. */
  ineligible: Known & { rule: string; appeal: Readonly<{ until: string; url: string }> | null }
  disqualified: Known & { rule: string }
}

type Makers = { readonly [K in keyof EntryValues]: (locale: Locale, values: EntryValues[K], code: string) => Composed }

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** The letters in which staff ask, or say why an entry cannot take part, and the one with a new link. */
export const entryLetters: Makers = {
  'entry-link': (locale, { reference, entryUrl, phrase }, code) => {
    const t = translator(locale, 'mail')
    const blocks: Block[] = [
      paragraph(t('entryLink.intro', { reference })),
      { kind: 'link', text: t('seeEntry'), url: entryUrl },
      paragraph(t('receipt.link')),
      paragraph(t('entryLink.other')),
    ]
    const [subject, heading] = [t('entryLink.subject'), t('entryLink.heading')]
    return compose({ locale, code, phrase, why: t('why'), subject, heading, blocks, cloth: reference })
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
      cloth: reference,
    })
  },
  ineligible: (locale, { reference, entryUrl, phrase, rule, appeal }, code) => {
    const [t, page] = [translator(locale, 'mail'), translator(locale, 'entry')]
    const blocks: Block[] = [
      paragraph(t('ineligible.intro')),
      { kind: 'quote', text: rule },
      paragraph(t('ineligible.more')),
      { kind: 'link', text: t('seeEntry'), url: entryUrl },
      ...(appeal
        ? [paragraph(page('appeal.until', { date: appeal.until })), { kind: 'link', text: page('appeal.action'), url: appeal.url } as const]
        : []),
    ]
    return compose({
      locale,
      code,
      phrase,
      why: t('why'),
      subject: t('ineligible.subject', { reference }),
      heading: t('ineligible.heading'),
      blocks,
      cloth: reference,
    })
  },
  disqualified: (locale, { reference, entryUrl, phrase, rule }, code) => {
    const t = translator(locale, 'mail')
    const blocks: Block[] = [
      paragraph(t('disqualified.intro', { reference })),
      { kind: 'quote', text: rule },
      paragraph(t('disqualified.award')),
      paragraph(t('disqualified.objection')),
      { kind: 'link', text: t('seeEntry'), url: entryUrl },
    ]
    const [subject, heading] = [t('disqualified.subject', { reference }), t('disqualified.heading')]
    return compose({ locale, code, phrase, why: t('why'), subject, heading, blocks, cloth: reference })
  },
}
