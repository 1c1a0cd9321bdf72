import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'

/**
 * Notes that somebody is shown an entry with its own words and its post: from then on they are never asked to read it. Noting it again, or
 * of an entry that is erased or gone, changes nothing and succeeds. Refuses 'staff.forbidden'.
 */
export async function noteSeen(actor: StaffActor, submissionId: string): Promise<void> {
  mustBeAllowed(actor, 'submission.read')
  await db.$executeRaw`
    insert into seen_entry (submission_id, staff_id, at)
    select id, ${actor.id}::uuid, ${now()} from submission where id = ${submissionId}::uuid and status <> 'erased' for key share
    on conflict do nothing`
}
