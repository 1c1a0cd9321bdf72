import 'server-only'
import { db } from '#lib/foundation/db.ts'
import type { StaffActor } from './actor.ts'
import { mustBeAllowed } from './permissions.ts'

/** How much mail waits and how much could not be sent, counted up to 1,001 each. Letters whose time is over count no more. */
export async function mailState(actor: StaffActor): Promise<{ waiting: number; failed: number }> {
  mustBeAllowed(actor, 'mail.see')
  const [row] = await db.$queryRaw<{ waiting: number; failed: number }[]>`
    select (select count(*)::int from (select from mail where state = 'queued' limit 1001) w) as waiting,
      (select count(*)::int from (select from mail where state = 'failed' and last_error is not null limit 1001) f) as failed`
  return row ?? { waiting: 0, failed: 0 }
}
