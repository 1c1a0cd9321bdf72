import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import type { Database } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'

/** Invites the first admin. Somebody who is known already keeps role and state, unless nobody else is left who could let people in. */
export async function seedAdmin(db: Database, address: string): Promise<void> {
  const email = address.toLowerCase()
  const at = now()
  await db.$transaction(async (tx) => {
    const id = newId()
    const { count } = await tx.staffUser.createMany({ data: [{ id, email, role: 'admin', invitedAt: at }], skipDuplicates: true })
    if (count > 0)
      return record(tx, { actor: { kind: 'system' }, action: 'staff.invited', subject: { kind: 'staff', id }, at, data: { role: 'admin' } })
    const admins = await tx.staffUser.count({ where: { role: 'admin', removedAt: null } })
    if (admins > 0) return
    const known = await tx.staffUser.update({ where: { email }, data: { role: 'admin', removedAt: null } })
    await record(tx, {
      actor: { kind: 'system' },
      action: 'staff.invited',
      subject: { kind: 'staff', id: known.id },
      at,
      data: { role: 'admin' },
    })
  })
}
