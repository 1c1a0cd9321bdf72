import 'server-only'
import type { Tx } from '#lib/foundation/db.ts'
import { env } from '#lib/foundation/env.ts'
import { deriveKey, hashToken, newToken } from '#lib/foundation/ids.ts'
import { type Locale, localPath } from '#lib/i18n/locales.ts'

/** A new secret link to an entry, for one mail. Earlier links keep working: they cannot be mailed again, as only hashes are kept. */
export async function newEntryUrl(tx: Tx, submissionId: string, { locale, at }: Readonly<{ locale: Locale; at: Date }>): Promise<string> {
  const key = deriveKey(newToken(), 'entry')
  await tx.entryKey.create({ data: { keyHash: hashToken(key), submissionId, createdAt: at } })
  return `${env().SITE_URL}${localPath(locale, `/entry/${key}`)}`
}

/** The same for many entries at once, in one statement: the address of each, by its id. */
export async function newEntryUrls(
  tx: Tx,
  entries: readonly Readonly<{ id: string; locale: Locale }>[],
  at: Date,
): Promise<ReadonlyMap<string, string>> {
  const made = entries.map(({ id, locale }) => ({ id, locale, key: deriveKey(newToken(), 'entry') }))
  await tx.entryKey.createMany({ data: made.map(({ id, key }) => ({ keyHash: hashToken(key), submissionId: id, createdAt: at })) })
  return new Map(made.map(({ id, locale, key }) => [id, `${env().SITE_URL}${localPath(locale, `/entry/${key}`)}`]))
}
