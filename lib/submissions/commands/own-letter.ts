import 'server-only'
import type { Tx } from '#lib/foundation/db.ts'
import { dateTime } from '#lib/i18n/format.ts'
import { defaultLocale, type Locale, localeOf } from '#lib/i18n/locales.ts'
import { newEntryUrl } from '../entry-link.ts'
import { appealableUntil } from '../policy.ts'

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

type Offer = Readonly<{ locale: Locale; entryUrl: string; at: Date }>

/** Until when, and where, an entry found not eligible at this moment can be appealed; null when its one appeal was made before. */
export async function appealOffer(
  tx: Tx,
  submissionId: string,
  { locale, entryUrl, at }: Offer,
): Promise<Readonly<{ until: string; url: string }> | null> {
  const until = appealableUntil('ineligible', at)
  if (!until || (await tx.appeal.count({ where: { submissionId } })) > 0) return null
  return { until: dateTime(locale, until), url: `${entryUrl}/appeal` }
}
