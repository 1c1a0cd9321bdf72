import { type Locale, locales } from '#lib/i18n/locales.ts'
import type { Composed } from '#lib/mail/compose.ts'
import { type LetterKind, type LetterValues, letters } from '#lib/mail/templates/letters.ts'
import { receiptMail } from '#lib/mail/templates/receipt.ts'

export const site = 'http://localhost:3000'
export const entryUrl = `${site}/entry/abcdefghijklmnopqrstuv`
export const code = '7K2M-9XQD-B4TR'
export const phrase = 'blue heron at dawn'

const known = { reference: 'HB-7K2M-9XQD', entryUrl, phrase }
const [question, deadline] = ['Which year was it?', '3 December 2026']

/** Sample values for every kind of letter. A new kind needs its line here. */
export const samples: { readonly [K in LetterKind]: LetterValues[K] } = {
  'entry-link': known,
  question: { ...known, question, deadline },
  ineligible: { ...known, rule: 'One post, one entry.', appeal: { until: '3 December 2026, 10:00 UTC', url: `${entryUrl}/appeal` } },
  disqualified: { ...known, rule: 'One post, one entry.' },
  continue: { url: `${site}/share/continue/abc`, phrase, until: '3 December 2026, 10:00 UTC' },
  'draft-expiring': { url: `${site}/share/continue/abc`, phrase, date: '3 December 2026' },
  'question-reminder': { ...known, question, deadline },
  withdrawn: { ...known, until: '3 December 2026, 10:00 UTC' },
  erased: { reference: 'HB-7K2M-9XQD', phrase, byClock: true },
  'appeal-received': known,
  'appeal-decided': { ...known, outcome: 'upheld', reason: 'The post is public now.' },
  'rules-changed': { ...known, version: 2, accepted: 1, date: '3 December 2026' },
  'export-ready': { ...known, date: '3 December 2026, 10:00 UTC' },
  'award-open': { ...known, amount: '2,000 USDC', until: '3 December 2026' },
  'award-reminder': { ...known, amount: '2,000 USDC', until: '3 December 2026' },
  'award-code': { reference: 'HB-7K2M-9XQD', phrase, digits: '123456' },
  'award-claimed': { ...known, amount: '2,000 USDC', payBy: '3 December 2026' },
  'award-changed': { ...known, heldUntil: '3 December 2026, 10:00 UTC' },
  'award-paid': { ...known, amount: '2,000 USDC', payment: `0x${'0a1b2c3d'.repeat(8)}` },
  'award-forfeited': { ...known, amount: '2,000 USDC', why: 'no_claim' },
  'result-selected': { ...known, reasons: ['It stays with the reader.'], storyOnly: false, film: true },
  'reserve-selected': { ...known, reasons: ['It stays with the reader.'], storyOnly: true, film: false },
  'result-reserve': { ...known, reasons: [] },
  'result-not-selected': { ...known, reasons: ['It stays with the reader.'] },
  'film-storyboard': known,
  'film-ready': known,
  'film-changed': { ...known, laid: true },
  'film-stopped': { ...known, why: 'permission' },
  'film-scheduled': { ...known, date: '3 December 2026, 10:00 UTC', url: `${site}/stories/sample` },
  'history-answer': { said: 'The year is wrong.', answer: 'It is 2018 now.', url: `${site}/history` },
  'staff-sign-in': { url: `${site}/staff/sign-in/go?token=abc&email=a%40b` },
  'staff-invite': { url: `${site}/staff/sign-in/confirm?token=abc`, signInUrl: `${site}/staff/sign-in`, role: 'reviewer', hours: 24 },
  'staff-factor-away': { signInUrl: `${site}/staff/sign-in` },
}

export const kinds = Object.keys(samples) as LetterKind[]

export type Sample = Readonly<{ name: string; kind: LetterKind | 'receipt'; locale: Locale; mail: Composed; values: object }>

function made<K extends LetterKind>(kind: K, locale: Locale): Sample {
  return { name: `${kind}, ${locale}`, kind, locale, mail: letters[kind](locale, samples[kind], code), values: samples[kind] }
}

const resultsAt = new Date('2026-12-03T10:00:00Z')

/** The receipt in one language, for an entry that can win nothing or any. */
export function receipt(locale: Locale, storyOnly = true): Composed {
  return receiptMail({ locale, ...known, code, submittedAt: new Date('2025-09-05T12:00:00Z'), closesAt: null, resultsAt, storyOnly })
}

/** Every letter of the catalogue in every language, composed from the samples. */
export function everyLetter(): readonly Sample[] {
  return locales.flatMap((locale) => [
    ...kinds.map((kind) => made(kind, locale)),
    { name: `receipt, ${locale}`, kind: 'receipt' as const, locale, mail: receipt(locale), values: known },
  ])
}
