import 'server-only'
import { record } from '#lib/audit/record.ts'
import { type Kept, retentionDays } from '#lib/campaign/retention.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { now } from '#lib/foundation/clock.ts'
import { type Database, db, type Tx } from '#lib/foundation/db.ts'
import { forgetCounters } from '#lib/limits/forget.ts'
import { forgetOldLetters } from '#lib/mail/forget-old.ts'
import { system } from '#lib/staff/actor.ts'
import { forgetSignIns } from '#lib/staff/forget.ts'
import { eraseSubmission } from './erase.ts'
import { oneByOne } from './one-by-one.ts'

/** What one run removed, by kind. */
export type Removed = Readonly<Record<'notEligible' | 'notSelected' | 'letters' | 'sessions' | 'signInLinks' | 'counters', number>>

const dayMs = 86_400_000

/**
 * Applies the retention schedule to everything but drafts, and writes one line with its counts into the record; a second run on the same
 * day writes none unless it removed something. An entry whose appeal waits is not touched.
 */
export async function applyRetention(): Promise<Removed> {
  const at = now()
  const removed: Removed = {
    notEligible: await eraseAfter('notEligible', 'ineligible', at),
    notSelected: await eraseAfter('notSelected', 'not_selected', at),
    letters: await forgetOldLetters(endOf('letters', at)),
    ...(await forgetSignIns()),
    counters: await forgetCounters(db),
  }
  await db.$transaction((tx) => report(tx, removed, at))
  return removed
}

/** The moment before which what is kept under this name has had its time. */
function endOf(kept: Kept, at: Date): Date {
  const days = retentionDays(kept)
  return days === null ? new Date(0) : new Date(at.getTime() - days * dayMs)
}

function eraseAfter(kept: Kept, status: 'ineligible' | 'not_selected', at: Date): Promise<number> {
  const end = endOf(kept, at)
  return oneByOne({
    name: `retention.${kept}`,
    due: (database: Database, after, limit) => database.$queryRaw<{ id: string }[]>`
      select s.id from submission s left join appeal a on a.submission_id = s.id
      where s.status = ${status} and greatest(s.status_at, a.decided_at) <= ${end} and (a.id is null or a.outcome is not null)
        and (${after}::uuid is null or s.id > ${after}::uuid)
      order by s.id limit ${limit}::int`,
    work: async (tx, id) => {
      await tx.$queryRaw`select from submission where id = ${id}::uuid for update`
      // Looked at anew under the lock: an appeal that came while this waited for it is seen by a statement of its own only.
      const due = await tx.$queryRaw<unknown[]>`
        select from submission s left join appeal a on a.submission_id = s.id
        where s.id = ${id}::uuid and s.status = ${status} and greatest(s.status_at, a.decided_at) <= ${end} and (a.id is null or a.outcome is not null)`
      if (due.length > 0) await eraseSubmission(tx, id, system)
      return due.length > 0
    },
  })
}

async function report(tx: Tx, removed: Removed, at: Date): Promise<void> {
  const isNews = Object.values(removed).some((count) => count > 0)
  const today = new Date(at.toISOString().slice(0, 10))
  const told = await tx.$queryRaw<unknown[]>`
    select 1 from audit_event where action = 'retention.applied' and at between ${today} and ${at} and jsonb_exists(data, 'letters') limit 1`
  if (isNews || told.length === 0)
    await record(tx, { actor: system, action: 'retention.applied', subject: { kind: 'campaign', id: campaignId }, at, data: removed })
}
