import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { shownPlace } from '../queries.ts'

export type Reported = Readonly<{
  /** What it is about; an entry that is not shown, or was never there, counts as none. */
  entryId: string | null
  locale: Locale
  what: string
  sourceUrl: string | null
  email: string | null
}>

/** Keeps what somebody says is wrong, for staff to look at; once, however often the same is sent while it waits. */
export async function reportError({ entryId, ...report }: Reported): Promise<void> {
  const about = entryId === null ? null : await shownPlace(entryId, report.locale)
  const kept = { claimId: about?.id ?? null, ...report }
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`history report ${report.what}`}, 0))`
    if (await tx.historyReport.findFirst({ where: { ...kept, state: 'open' } })) return
    await tx.historyReport.create({ data: { id: newId(), ...kept, at: now() } })
  })
}
