import 'server-only'
import { db } from '#lib/foundation/db.ts'

export type Invited = Readonly<{ id: string; email: string; name: string | null }>

const invited = { id: true, email: true, name: true } as const

/** The person with this address, as readStaffAddress() writes it; null for one who was never invited or was removed. */
export async function invitedByEmail(email: string): Promise<Invited | null> {
  return db.staffUser.findFirst({ where: { email, removedAt: null }, select: invited })
}

/** The person with this id; null for one who was removed. */
export async function invitedById(id: string): Promise<Invited | null> {
  return db.staffUser.findFirst({ where: { id, removedAt: null }, select: invited })
}
