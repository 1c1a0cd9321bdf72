import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { dateTime } from '#lib/i18n/format.ts'
import { queueMailOnce } from '#lib/mail/outbox.ts'
import { addressLetter } from './own-letter.ts'
import { lockOwnEntry } from './own-lock.ts'

/**
 * Tells the storyteller by mail that everything held about their entry was downloaded, at most once a day (UTC) for each entry: if it was not
 * them, somebody else has their link. Refuses 'entry.missing' for a link that opens nothing.
 */
export async function confirmDownload(key: string): Promise<void> {
  const at = now()
  await db.$transaction(async (tx) => {
    const id = await lockOwnEntry(tx, key)
    const once = `export:${id}:${at.toISOString().slice(0, 10)}`
    if ((await tx.mail.count({ where: { once } })) > 0) return
    const { envelope, known } = await addressLetter(tx, await tx.submission.findUniqueOrThrow({ where: { id } }), at)
    await queueMailOnce(tx, once, { ...envelope, kind: 'export-ready', values: { ...known, date: dateTime(envelope.locale, at) } })
  })
}
