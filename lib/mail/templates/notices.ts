import { env } from '#lib/foundation/env.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type Block, type Composed, compose } from '../compose.ts'

type Known = { reference: string; entryUrl: string; phrase: string | null }

/** What letters that only tell, and ask for nothing, need to know. Dates come formatted, addresses whole. */
export type NoticeValues = {
  'rules-changed': Known & { version: number; accepted: number; date: string }
  'export-ready': Known & { date: string }
}

type Makers = { readonly [K in keyof NoticeValues]: (locale: Locale, values: NoticeValues[K], code: string) => Composed }

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

function rulesAddress(locale: Locale, version: number): string {
  return `${env().SITE_URL}${localPath(locale, '/rules')}?version=${version}`
}

/** The letters that tell what happened around an entry: the rules have a new version, its data was downloaded. */
export const noticeLetters: Makers = {
  'rules-changed': (locale, { reference, entryUrl, phrase, date, ...numbers }, code) => {
    const t = translator(locale, 'mail')
    const [version, accepted] = [String(numbers.version), String(numbers.accepted)]
    const blocks: Block[] = [
      paragraph(t('rulesChanged.intro', { version, date })),
      paragraph(t('rulesChanged.stays', { reference, accepted })),
      paragraph(t('rulesChanged.nothing')),
      { kind: 'link', text: t('rulesChanged.read', { version }), url: rulesAddress(locale, numbers.version) },
      { kind: 'link', text: t('rulesChanged.accepted', { accepted }), url: rulesAddress(locale, numbers.accepted) },
      { kind: 'link', text: t('seeEntry'), url: entryUrl },
    ]
    const [subject, heading] = [t('rulesChanged.subject', { reference }), t('rulesChanged.heading')]
    return compose({ locale, code, phrase, why: t('why'), subject, heading, blocks, cloth: reference })
  },
  'export-ready': (locale, { reference, entryUrl, phrase, date }, code) => {
    const t = translator(locale, 'mail')
    const blocks: Block[] = [
      paragraph(t('exportReady.intro', { reference, date })),
      paragraph(t('exportReady.you')),
      paragraph(t('exportReady.other')),
      { kind: 'link', text: t('seeEntry'), url: entryUrl },
      paragraph(t('exportReady.once')),
    ]
    const [subject, heading] = [t('exportReady.subject', { reference }), t('exportReady.heading')]
    return compose({ locale, code, phrase, why: t('why'), subject, heading, blocks, cloth: reference })
  },
}
