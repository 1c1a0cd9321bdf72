import 'server-only'
import type { Tx } from '#lib/foundation/db.ts'
import { defaultLocale, type Locale, localeOf } from '#lib/i18n/locales.ts'
import { newEntryUrl } from '../entry-link.ts'

export type Addressee = Readonly<{ id: string; reference: string; locale: string; email: string; phrase: string | null }>

type Addressed = Readonly<{
  envelope: Readonly<{ to: string; locale: Locale; submissionId: string }>
  /** What every letter about an entry says. */
  known: Readonly<{ reference: string; phrase: string | null; entryUrl: string }>
}>

/** Where a letter to this storyteller goes, with a new link to their entry. */
export async function addressLetter(tx: Tx, { id, reference, email, phrase, ...entry }: Addressee, at: Date): Promise<Addressed> {
  const locale = localeOf(entry.locale) ?? defaultLocale
  const entryUrl = await newEntryUrl(tx, id, { locale, at })
  return { envelope: { to: email, locale, submissionId: id }, known: { reference, phrase, entryUrl } }
}
