import 'server-only'
import { campaignId } from '#lib/campaign/schema.ts'
import type { Tx } from '#lib/foundation/db.ts'

/** Whoever decides, proposes, releases or offers a place does it one after the other: the lock holds until the transaction ends. Entries still come in meanwhile. */
export async function lockSelection(tx: Tx): Promise<void> {
  await tx.$queryRaw`select id from campaign where id = ${campaignId} for no key update`
}
