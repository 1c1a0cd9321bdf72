import 'server-only'
import { isAnswering, unlessAnswering } from '#app/_forms/reading.ts'
import { defaultLocale, type Locale, localeOf } from '#lib/i18n/locales.ts'

type Opened<T> = Readonly<{ locale: Locale; key: string; entry: T | null; isMissing: boolean; isAnswering: boolean }>

/**
 * What `read` gives for the secret link in an address. `isMissing` when it opens nothing; while a form is being answered nothing is, so that
 * what was typed comes back.
 */
export async function openEntry<T>(
  params: Promise<Readonly<{ locale: string; key: string }>>,
  read: (key: string) => Promise<T | null>,
): Promise<Opened<T>> {
  const { key, ...given } = await params
  const [entry, answering] = [await unlessAnswering(() => read(key)), await isAnswering()]
  return { locale: localeOf(given.locale) ?? defaultLocale, key, entry, isMissing: !entry && !answering, isAnswering: answering }
}
