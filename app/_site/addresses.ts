import type { Metadata } from 'next'
import { defaultLocale, type Locale, locales, localPath } from '#lib/i18n/locales.ts'

type Alternates = NonNullable<Metadata['alternates']>

/** Where a public page lives in every language, for its head; `path` without a language prefix. */
export function addressesOf(locale: Locale, path: string, more: Pick<Alternates, 'types'> = {}): Alternates {
  return {
    canonical: localPath(locale, path),
    languages: {
      ...Object.fromEntries(locales.map((other) => [other, localPath(other, path)])),
      'x-default': localPath(defaultLocale, path),
    },
    ...more,
  }
}
