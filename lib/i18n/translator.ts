import { createTranslator } from 'use-intl/core'
import type { Locale } from './locales.ts'
import { type Messages, messages, type Namespace } from './messages/index.ts'

function make<N extends Namespace>(locale: Locale, namespace: N) {
  const own = { [namespace]: messages[locale][namespace] } as Pick<Messages, N>
  const t = createTranslator({
    locale,
    messages: own as Messages,
    namespace,
    timeZone: 'UTC',
    onError: (error) => {
      throw error
    },
  })
  return Object.assign(remembering(t as unknown as Say) as unknown as typeof t, t)
}

type Say = (key: string, ...values: readonly unknown[]) => string

/** The same, but what is said without values is looked for once: most of a page's words are such, and each is found through a path of names. */
function remembering(say: Say): Say {
  const said = new Map<string, string>()
  return (key, ...values) => {
    if (values[0] !== undefined) return say(key, ...values)
    const words = said.get(key) ?? say(key)
    said.set(key, words)
    return words
  }
}

/** Translates the keys of one namespace: t('key', { value }). Wrong keys and missing values do not compile. */
export type Translator<N extends Namespace> = ReturnType<typeof make<N>>

const made = new Map<string, unknown>()

/** The translator of one namespace in one language; made once, as parsing messages costs time. */
export function translator<N extends Namespace>(locale: Locale, namespace: N): Translator<N> {
  const key = `${locale}/${namespace}`
  const found = made.get(key) ?? make(locale, namespace)
  made.set(key, found)
  return found as Translator<N>
}
