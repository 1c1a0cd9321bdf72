import 'server-only'
import { db } from '#lib/foundation/db.ts'
import { readReference } from '#lib/foundation/reference.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { statusOf } from '../lifecycle.ts'
import { bulkMost } from './bulk.ts'
import type { BulkLine } from './views.ts'

/** How the entries of a bulk screening stand now and who left them so, in one query. Reads what is true, whatever the address claims. */
export async function bulkReport(actor: StaffActor, typed: string): Promise<readonly BulkLine[]> {
  mustBeAllowed(actor, 'submission.list')
  const references = typed
    .split(',')
    .slice(0, bulkMost)
    .flatMap((one) => readReference(one) ?? [])
  if (references.length === 0) return []
  const rows = await db.$queryRaw<{ reference: string; status: string; status_at: Date; name: string | null; staff_id: string | null }[]>`
    select s.reference, s.status, s.status_at, coalesce(u.name, u.email) as name, c.staff_id::text
    from submission s
      left join lateral (select staff_id from status_change where submission_id = s.id order by at desc, id desc limit 1) c on true
      left join staff_user u on u.id = c.staff_id
    where s.reference = any (${references}::text[])`
  const found = new Map(rows.map((row) => [row.reference, row]))
  return references.flatMap((reference) => {
    const row = found.get(reference)
    return row ? [{ reference, status: statusOf(row.status), at: row.status_at, by: row.name, isMine: row.staff_id === actor.id }] : []
  })
}
