import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import { newEntryUrl } from '../entry-link.ts'

/** Nobody has entered more often; an address that has gets its latest entries. */
const entriesMost = 10

type Row = { id: string; reference: string; email: string; locale: string; phrase: string | null }

/**
 * Mails each entry of this address a new link of its own, in the language chosen for its mails, to the address as it was given with the entry.
 * Does nothing for an address without entries; tells nobody which of the two it was.
 */
export async function mailEntryLink(email: string): Promise<void> {
  const at = now()
  await db.$transaction(async (tx) => {
    const entries = await tx.$queryRaw<Row[]>`
      select id, reference, email, locale, phrase from submission
      where lower(email) = lower(${email}) and status <> 'erased' order by submitted_at desc limit ${entriesMost} for share`
    for (const { id, reference, email: to, phrase, ...entry } of entries) {
      const locale = localeOf(entry.locale) ?? defaultLocale
      const entryUrl = await newEntryUrl(tx, id, { locale, at })
      await queueMail(tx, { kind: 'entry-link', to, locale, submissionId: id, values: { reference, entryUrl, phrase } })
      await record(tx, { actor: { kind: 'storyteller' }, action: 'entry-link.mailed', subject: { kind: 'submission', id }, at })
    }
  })
}
