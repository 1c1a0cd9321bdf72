import 'server-only'
import type { Tx } from '#lib/foundation/db.ts'
import { hashToken } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'

/**
 * The id of the entry this secret link opens, its row locked until the transaction ends: of two changes at once, of whoever, one comes
 * after the other and sees what it did. Refuses 'entry.missing' for an unknown link, and for an entry erased while this waited for it.
 */
export async function lockOwnEntry(tx: Tx, key: string): Promise<string> {
  const [locked] = await tx.$queryRaw<{ id: string; status: string }[]>`
    select s.id, s.status from submission s join entry_key k on k.submission_id = s.id where k.key_hash = ${hashToken(key)} for update of s`
  if (!locked || locked.status === 'erased') throw new Refusal('entry.missing')
  return locked.id
}
