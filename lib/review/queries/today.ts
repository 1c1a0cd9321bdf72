import 'server-only'
import { db } from '#lib/foundation/db.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { may, mustBeAllowed } from '#lib/staff/permissions.ts'
import { copiesToMake } from './copies.ts'
import { nobodyCanRead } from './overview.ts'
import { leftToRead } from './reading.ts'

/** What waits of reading. `unreadable` (counted to 25) and `worries` are null for who cannot do anything about them. */
export type WaitingReading = Readonly<{ left: number; copies: number; unreadable: number | null; worries: number | null }>

/** What waits of reading for this member of staff. Refuses 'staff.forbidden'. */
export async function waitingReading(actor: StaffActor): Promise<WaitingReading> {
  mustBeAllowed(actor, 'review.read')
  const [left, copies, nobody, worries] = await Promise.all([
    leftToRead(actor),
    copiesToMake(actor),
    may(actor, 'review.assign') ? nobodyCanRead(actor) : null,
    may(actor, 'flag.resolve') ? db.safetyFlag.count({ where: { resolvedAt: null, submission: { status: { not: 'erased' } } } }) : null,
  ])
  return { left, copies: copies.count, unreadable: nobody?.length ?? null, worries }
}
