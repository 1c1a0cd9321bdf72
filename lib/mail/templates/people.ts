import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type Block, type Composed, compose } from '../compose.ts'

/** What letters to people who work here need to know. Addresses come whole, the role as it is stored. */
export type PeopleValues = {
  'staff-invite': { url: string; signInUrl: string; role: 'reviewer' | 'editor' | 'admin'; hours: number }
  'staff-factor-away': { signInUrl: string }
}

type Makers = { readonly [K in keyof PeopleValues]: (locale: Locale, values: PeopleValues[K], code: string) => Composed }

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** The letters about working here: an invitation, and a second factor that is gone. */
export const peopleLetters: Makers = {
  'staff-invite': (locale, { url, signInUrl, role, hours }, code) => {
    const t = translator(locale, 'people')
    const blocks: Block[] = [
      paragraph(t('mail.invite.intro', { role: translator(locale, 'staff')(`role.${role}`) })),
      { kind: 'link', text: t('mail.invite.action'), url },
      paragraph(t('mail.invite.once', { hours: String(hours) })),
      { kind: 'link', text: t('mail.invite.page'), url: signInUrl },
    ]
    const [subject, heading] = [t('mail.invite.subject'), t('mail.invite.heading')]
    return compose({ locale, code, phrase: null, why: t('mail.why'), subject, heading, blocks })
  },
  'staff-factor-away': (locale, { signInUrl }, code) => {
    const t = translator(locale, 'people')
    const blocks: Block[] = [
      paragraph(t('mail.factorAway.intro')),
      paragraph(t('mail.factorAway.other')),
      { kind: 'link', text: t('mail.invite.page'), url: signInUrl },
    ]
    const [subject, heading] = [t('mail.factorAway.subject'), t('mail.factorAway.heading')]
    return compose({ locale, code, phrase: null, why: t('mail.why'), subject, heading, blocks })
  },
}
