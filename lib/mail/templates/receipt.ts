import { dateTime, longDate } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type Composed, compose } from '../compose.ts'

export type ReceiptMail = Readonly<{
  locale: Locale
  reference: string
  entryUrl: string
  phrase: string | null
  code: string
  submittedAt: Date
  /** Null: not announced yet. */
  closesAt: Date | null
  resultsAt: Date | null
  storyOnly: boolean
}>

/** The receipt of an entry: its reference, what happens next and when, as far as dates are set, and the secret link to it. */
export function receiptMail(input: ReceiptMail): Composed {
  const { locale, closesAt, resultsAt } = input
  const t = translator(locale, 'mail')
  return compose({
    locale,
    subject: t('receipt.subject', { reference: input.reference }),
    heading: t('receipt.heading'),
    why: t('why'),
    code: input.code,
    phrase: input.phrase,
    cloth: input.reference,
    blocks: [
      { kind: 'paragraph', text: t('receipt.intro', { date: longDate(locale, input.submittedAt) }) },
      { kind: 'code', label: t('referenceLabel'), text: input.reference },
      { kind: 'link', text: t('seeEntry'), url: input.entryUrl },
      { kind: 'heading', text: t('receipt.next') },
      { kind: 'paragraph', text: t('receipt.check') },
      { kind: 'paragraph', text: t('receipt.read') },
      { kind: 'paragraph', text: resultsAt ? t('receipt.resultOn', { date: dateTime(locale, resultsAt) }) : t('receipt.result') },
      { kind: 'paragraph', text: closesAt ? t('receipt.closes', { date: dateTime(locale, closesAt) }) : t('receipt.closesUnknown') },
      ...(input.storyOnly ? [{ kind: 'paragraph', text: t('receipt.storyOnly') } as const] : []),
      { kind: 'paragraph', text: t('receipt.link') },
    ],
  })
}
