import 'server-only'
import type { Tx } from '#lib/foundation/db.ts'
import type { Actor } from '#lib/staff/actor.ts'

type When = Readonly<{ at: Date; actor: Actor }>

/** The entry that is selected from the reserve list in the place of one that left, or null when nobody is on it. */
export async function nextReserve(_tx: Tx, _when: When): Promise<Readonly<{ submissionId: string }> | null> {
  return null
}
