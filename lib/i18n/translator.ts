import { createTranslator } from 'use-intl/core'
import type { Locale } from './locales.ts'
import { type Messages, messages, type Namespace } from './messages/index.ts'

function make<N extends Namespace>(locale: Locale, namespace: N) {
  const own = { [namespace]: messages[locale][namespace] } as Pick<Messages, N>
  return createTranslator({
    locale,
    messages: own as Messages,
    namespace,
    timeZone: 'UTC',
    onError: (error) => {
      throw error
    },
  })
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
