import type { Locale } from '../locales.ts'
import type { Translated } from '../translated.ts'
import ar from './ar/index.ts'
import en from './en/index.ts'
import es from './es/index.ts'

export type Messages = typeof en
export type Namespace = keyof Messages

/** Every word the site says, by language. English is the original; a key missing elsewhere does not compile. */
export const messages: Readonly<Record<Locale, Translated<Messages>>> = { en, es, ar }
