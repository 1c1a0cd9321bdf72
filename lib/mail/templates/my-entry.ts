import { env } from '#lib/foundation/env.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { type Translator, translator } from '#lib/i18n/translator.ts'
import { type Block, type Composed, compose } from '../compose.ts'

type Known = { reference: string; entryUrl: string; phrase: string | null }

/** What the letters about an entry's own changes need to know. Dates come formatted, addresses whole. */
export type MyEntryValues = {
  withdrawn: Known & { until: string }
  /** `byClock`: the time was over, nobody asked. */
  erased: Omit<Known, 'entryUrl'> & { byClock: boolean }
  'appeal-received': Known
  'appeal-decided': Known & { outcome: 'upheld' | 'rejected'; reason: string }
}

type Makers = { readonly [K in keyof MyEntryValues]: (locale: Locale, values: MyEntryValues[K], code: string) => Composed }

type Content = Readonly<{ code: string; reference: string; phrase: string | null; blocks: readonly Block[] }>

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

function letter(
  locale: Locale,
  name: 'withdrawn' | 'erased' | 'appealReceived' | 'appealUpheld' | 'appealRejected',
  content: Content,
): Composed {
  const t = translator(locale, 'mail')
  const { reference, ...rest } = content
  const [subject, heading] = [t(`${name}.subject`, { reference }), t(`${name}.heading`)]
  return compose({ locale, why: t('why'), subject, heading, cloth: reference, ...rest })
}

function toEntry(t: Translator<'mail'>, url: string): Block {
  return { kind: 'link', text: t('seeEntry'), url }
}

/** The letters that confirm what a storyteller did with their entry, and answer an appeal. */
export const myEntryLetters: Makers = {
  withdrawn: (locale, { reference, entryUrl, phrase, until }, code) => {
    const t = translator(locale, 'mail')
    const blocks = [paragraph(t('withdrawn.intro', { reference })), paragraph(t('withdrawn.back', { date: until })), toEntry(t, entryUrl)]
    return letter(locale, 'withdrawn', {
      code,
      reference,
      phrase,
      blocks: [...blocks, paragraph(t('withdrawn.kept')), paragraph(t('withdrawn.other'))],
    })
  },
  erased: (locale, { reference, phrase, byClock }, code) => {
    const t = translator(locale, 'mail')
    const privacy: Block = { kind: 'link', text: t('erased.privacy'), url: env().SITE_URL + localPath(locale, '/privacy') }
    const intro = t(byClock ? 'erased.introOver' : 'erased.intro', { reference })
    const blocks = [paragraph(intro), paragraph(t('erased.left')), paragraph(t('erased.last')), privacy]
    return letter(locale, 'erased', { code, reference, phrase, blocks })
  },
  'appeal-received': (locale, { reference, entryUrl, phrase }, code) => {
    const t = translator(locale, 'mail')
    const blocks = [paragraph(t('appealReceived.intro', { reference })), paragraph(t('appealReceived.next')), toEntry(t, entryUrl)]
    return letter(locale, 'appealReceived', { code, reference, phrase, blocks })
  },
  'appeal-decided': (locale, { reference, entryUrl, phrase, outcome, reason }, code) => {
    const t = translator(locale, 'mail')
    const name = outcome === 'upheld' ? 'appealUpheld' : 'appealRejected'
    const because: Block[] = [paragraph(t('appealReason')), { kind: 'quote', text: reason }]
    const blocks = [paragraph(t(`${name}.intro`, { reference })), ...because, paragraph(t(`${name}.next`)), toEntry(t, entryUrl)]
    return letter(locale, name, { code, reference, phrase, blocks })
  },
}
