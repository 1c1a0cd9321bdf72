import 'server-only'
import type { Tx } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '../actor.ts'

/**
 * Holds the actor and the people they are about to change, in one order, so that two admins who change each other come one after the other.
 * Refuses 'staff.forbidden' when the actor is no longer an admin by now.
 */
export async function lockPeople(tx: Tx, actor: StaffActor, ids: readonly string[]): Promise<void> {
  const all = [...new Set([actor.id, ...ids])]
  const held = await tx.$queryRaw<{ id: string; admin: boolean }[]>`
    select id, role = 'admin' and removed_at is null as admin from staff_user where id = any(${all}::uuid[]) order by id for update`
  if (!held.some(({ id, admin }) => id === actor.id && admin)) throw new Refusal('staff.forbidden')
}
