import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type Block, type Composed, compose } from '../compose.ts'

/** What letters to staff need to know. Addresses come whole. */
export type StaffValues = { 'staff-sign-in': { url: string } }

type Makers = { readonly [K in keyof StaffValues]: (locale: Locale, values: StaffValues[K], code: string) => Composed }

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** The letters that go to staff. */
export const staffLetters: Makers = {
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
