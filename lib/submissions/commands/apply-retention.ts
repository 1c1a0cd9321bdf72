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
import type { Status } from '../lifecycle.ts'
import { eraseSubmission } from './erase.ts'
import { oneByOne } from './one-by-one.ts'

/** What one run removed, by kind. */
export type Removed = Readonly<Record<KeptEntries | 'letters' | 'sessions' | 'signInLinks' | 'counters', number>>

/** Which entries have their time, and the status they wait in for it. */
const waitingIn = {
  spam: 'submitted',
  notEligible: 'ineligible',
  notSelected: 'not_selected',
  withdrawn: 'withdrawn',
  disqualified: 'disqualified',
} as const satisfies Partial<Record<Kept, Status>>
type KeptEntries = keyof typeof waitingIn

const dayMs = 86_400_000

/**
 * Applies the retention schedule to everything but drafts, and writes one line with its counts into the record; a second run on the same
 * day writes none unless it removed something. An entry whose appeal waits is not touched, nor one that staff took out of the spam lane.
 */
export async function applyRetention(): Promise<Removed> {
  const at = now()
  const removed: Removed = {
    spam: await eraseAfter('spam', at),
    notEligible: await eraseAfter('notEligible', at),
    notSelected: await eraseAfter('notSelected', at),
    withdrawn: await eraseAfter('withdrawn', at),
    disqualified: await eraseAfter('disqualified', at),
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

function eraseAfter(kept: KeptEntries, at: Date): Promise<number> {
  const end = endOf(kept, at)
  return oneByOne({
    name: `retention.${kept}`,
    due: (database, after, limit) => dueEntries(database, { kept, end, after, limit }),
    work: async (tx, id) => {
      await tx.$queryRaw`select from submission where id = ${id}::uuid for update`
      // Looked at anew under the lock: an appeal, or a mark taken back, that came while this waited is seen by a statement of its own only.
      const due = await dueEntries(tx, { kept, end, only: id, limit: 1 })
      if (due.length > 0) await eraseSubmission(tx, id, system)
      return due.length > 0
    },
  })
}

type Due = Readonly<{ kept: KeptEntries; end: Date; only?: string; after?: string | null; limit: number }>

/**
 * Entries that have had their time, by id. It runs from the latest of what happened: the status, the answer to an appeal, the mark as spam. A mark
 * that a person looked past counts no longer: an entry that was asked about or taken up again waits to be read.
 */
function dueEntries(database: Database | Tx, { kept, end, only, after, limit }: Due): Promise<{ id: string }[]> {
  const isSpam = kept === 'spam'
  return database.$queryRaw<{ id: string }[]>`
    select s.id from submission s left join appeal a on a.submission_id = s.id
      left join spam_mark m on m.submission_id = s.id and m.undone_at is null and ${isSpam}::boolean
    where s.status = ${waitingIn[kept]} and greatest(s.status_at, a.decided_at, m.at) <= ${end} and (a.id is null or a.outcome is not null)
      and (not ${isSpam}::boolean or (m.at is not null and not exists (
        select from screening c where c.submission_id = s.id and c.staff_id is not null and (m.marked_by is null or c.at >= m.at))))
      and (${only ?? null}::uuid is null or s.id = ${only ?? null}::uuid) and (${after ?? null}::uuid is null or s.id > ${after ?? null}::uuid)
    order by s.id limit ${limit}::int`
}

async function report(tx: Tx, removed: Removed, at: Date): Promise<void> {
  const isNews = Object.values(removed).some((count) => count > 0)
  const today = new Date(at.toISOString().slice(0, 10))
  const told = await tx.$queryRaw<unknown[]>`
    select 1 from audit_event where action = 'retention.applied' and at between ${today} and ${at} and jsonb_exists(data, 'letters') limit 1`
  if (isNews || told.length === 0)
    await record(tx, { actor: system, action: 'retention.applied', subject: { kind: 'campaign', id: campaignId }, at, data: removed })
}
