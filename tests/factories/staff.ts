import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import type { StaffActor, StaffRole } from '#lib/staff/actor.ts'

/** Somebody invited with this role, as a session would make them. Nobody real. */
export async function invited(role: StaffRole, email = `sample-${newId()}@example.org`): Promise<StaffActor> {
  const id = newId()
  await db.staffUser.create({ data: { id, email, role, name: `Sample ${role}` } })
  return { kind: 'staff', id, role, email, name: `Sample ${role}`, independent: false }
}
