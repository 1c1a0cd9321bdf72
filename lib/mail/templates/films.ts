import type { Locale } from '#lib/i18n/locales.ts'
import { translator } from '#lib/i18n/translator.ts'
import { type Block, type Composed, compose } from '../compose.ts'

type Known = { reference: string; entryUrl: string; phrase: string | null }

/** What the letters about a film need to know. Dates come formatted, addresses whole. */
export type FilmValues = {
  'film-storyboard': Known
  'film-ready': Known
  /** `laid` says whether the page can show what differs beside what was. */
  'film-changed': Known & { laid: boolean }
  'film-stopped': Known & { why: 'permission' | 'name' | 'closed' }
  'film-scheduled': Known & { date: string; url: string }
}

type Makers = { readonly [K in keyof FilmValues]: (locale: Locale, values: FilmValues[K], code: string) => Composed }
type Name = 'storyboard' | 'ready' | 'changed' | 'stopped' | 'scheduled'
type Words = Readonly<{ intro: string; more: readonly string[] }>

/** A letter that says what is, leads to the film, and says what else there is to know. */
function letter(locale: Locale, name: Name, { reference, entryUrl, phrase }: Known, code: string, { intro, more }: Words): Composed {
  const t = translator(locale, 'filmsMail')
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
  const link: Block = { kind: 'link', text: t('see'), url: `${entryUrl}/film` }
  return compose({
    ...{ locale, code, phrase, why: translator(locale, 'mail')('why'), cloth: reference },
    ...{ subject: t(`${name}.subject`, { reference }), heading: t(`${name}.heading`) },
    blocks: [paragraph(intro), link, ...more.map(paragraph)],
  })
}

/** The letters that ask a storyteller about their film, and say when it is public or stopped. */
export const filmLetters: Makers = {
  'film-storyboard': (locale, values, code) => {
    const t = translator(locale, 'filmsMail')
    const more = [t('storyboard.next'), t('stop')]
    return letter(locale, 'storyboard', values, code, { intro: t('storyboard.intro', { reference: values.reference }), more })
  },
  'film-ready': (locale, values, code) => {
    const t = translator(locale, 'filmsMail')
    const more = [t('ready.next'), t('stop')]
    return letter(locale, 'ready', values, code, { intro: t('ready.intro', { reference: values.reference }), more })
  },
  'film-changed': (locale, values, code) => {
    const t = translator(locale, 'filmsMail')
    const more = [t(values.laid ? 'changed.next' : 'storyboard.next'), t('stop')]
    return letter(locale, 'changed', values, code, { intro: t('changed.intro', { reference: values.reference }), more })
  },
  'film-stopped': (locale, values, code) => {
    const t = translator(locale, 'filmsMail')
    const more = [t(`stopped.next.${values.why}`)]
    return letter(locale, 'stopped', values, code, { intro: t(`stopped.intro.${values.why}`, { reference: values.reference }), more })
  },
  'film-scheduled': (locale, values, code) => {
    const t = translator(locale, 'filmsMail')
    const more = [t('scheduled.where', { url: values.url }), t('stop')]
    return letter(locale, 'scheduled', values, code, { intro: t('scheduled.intro', { date: values.date }), more })
  },
}
