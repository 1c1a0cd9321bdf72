import type { Locale } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'
import { type Block, type Composed, compose } from '../compose.ts'

type Known = { reference: string; entryUrl: string; phrase: string | null }

/** What the letters about an award need to know. Dates and amounts come formatted, addresses whole. */
export type AwardValues = {
  'award-open': Known & { amount: string; until: string }
  'award-reminder': Known & { amount: string; until: string }
  /** The code is all it says, so that nothing in it leads anywhere. */
  'award-code': Omit<Known, 'entryUrl'> & { digits: string }
  'award-claimed': Known & { amount: string; payBy: string | null }
  'award-changed': Known & { heldUntil: string }
  'award-paid': Known & { amount: string; payment: string }
  'award-forfeited': Known & { amount: string; why: 'no_claim' | 'declined' | 'blocked' | 'left' }
}

type Makers = { readonly [K in keyof AwardValues]: (locale: Locale, values: AwardValues[K], code: string) => Composed }
type Words = Translator<'awardsMail'>
type Name = 'open' | 'reminder' | 'code' | 'claimed' | 'changed' | 'paid' | 'forfeited'
type Content = Readonly<{ code: string; reference: string; phrase: string | null; blocks: readonly Block[] }>

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

function letter(locale: Locale, name: Name, { reference, ...content }: Content): Composed {
  const t = translator(locale, 'awardsMail')
  const why = translator(locale, 'mail')('why')
  return compose({ locale, why, subject: t(`${name}.subject`, { reference }), heading: t(`${name}.heading`), ...content })
}

function toAward(words: string, entryUrl: string): Block {
  return { kind: 'link', text: words, url: `${entryUrl}/award` }
}

function claimBlocks(t: Words, { amount, until, entryUrl }: AwardValues['award-open']): Block[] {
  return [
    paragraph(t('until', { amount, date: until })),
    toAward(t('claim'), entryUrl),
    paragraph(t('how')),
    paragraph(t('after')),
    paragraph(t('decline')),
    paragraph(t('approximate')),
  ]
}

/** The letters that lead somebody through claiming an award, and say how it ended. */
export const awardLetters: Makers = {
  'award-open': (locale, values, code) => {
    const t = translator(locale, 'awardsMail')
    const { reference, phrase, amount } = values
    return letter(locale, 'open', {
      code,
      reference,
      phrase,
      blocks: [paragraph(t('open.intro', { reference, amount })), ...claimBlocks(t, values)],
    })
  },
  'award-reminder': (locale, values, code) => {
    const t = translator(locale, 'awardsMail')
    const { reference, phrase } = values
    return letter(locale, 'reminder', { code, reference, phrase, blocks: [paragraph(t('reminder.intro')), ...claimBlocks(t, values)] })
  },
  'award-code': (locale, { reference, phrase, digits }, code) => {
    const t = translator(locale, 'awardsMail')
    const blocks: Block[] = [
      paragraph(t('code.intro', { reference })),
      { kind: 'code', label: t('code.label'), text: digits },
      paragraph(t('code.once')),
      paragraph(t('code.other')),
    ]
    return letter(locale, 'code', { code, reference, phrase, blocks })
  },
  'award-claimed': (locale, { reference, phrase, entryUrl, amount, payBy }, code) => {
    const t = translator(locale, 'awardsMail')
    const when = payBy ? t('claimed.payBy', { date: payBy }) : t('claimed.noDate')
    const blocks = [paragraph(t('claimed.intro', { reference, amount })), paragraph(t('claimed.next')), paragraph(when)]
    return letter(locale, 'claimed', {
      code,
      reference,
      phrase,
      blocks: [...blocks, toAward(t('see'), entryUrl), paragraph(t('claimed.other'))],
    })
  },
  'award-changed': (locale, { reference, phrase, entryUrl, heldUntil }, code) => {
    const t = translator(locale, 'awardsMail')
    const blocks = [paragraph(t('changed.intro', { reference })), paragraph(t('changed.hold', { date: heldUntil }))]
    return letter(locale, 'changed', {
      code,
      reference,
      phrase,
      blocks: [...blocks, paragraph(t('changed.other')), toAward(t('see'), entryUrl)],
    })
  },
  'award-paid': (locale, { reference, phrase, entryUrl, amount, payment }, code) => {
    const t = translator(locale, 'awardsMail')
    const blocks: Block[] = [paragraph(t('paid.intro', { reference, amount })), { kind: 'code', label: t('paid.label'), text: payment }]
    return letter(locale, 'paid', {
      code,
      reference,
      phrase,
      blocks: [...blocks, paragraph(t('paid.next')), paragraph(t('approximate')), toAward(t('see'), entryUrl)],
    })
  },
  'award-forfeited': (locale, { reference, phrase, entryUrl, amount, why }, code) => {
    const t = translator(locale, 'awardsMail')
    const blocks = [paragraph(t(`forfeited.${why}`, { reference, amount })), paragraph(t('forfeited.next')), toAward(t('see'), entryUrl)]
    return letter(locale, 'forfeited', { code, reference, phrase, blocks })
  },
}
