import 'server-only'
import { type Database, db, type Tx } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { campaignId } from './schema.ts'
import { type Stoppable, stoppables } from './stoppables.ts'

/** What is stopped now. */
export async function stopped(database: Database | Tx = db): Promise<readonly Stoppable[]> {
  const rows = await database.campaignStop.findMany({ where: { campaignId }, select: { what: true } })
  return stoppables.filter((what) => rows.some((row) => row.what === what))
}

/** Refuses 'campaign.stopped' (values what) while this is stopped. For the first lines of a command's transaction. */
export async function mustRun(tx: Tx, what: Stoppable): Promise<void> {
  const count = await tx.campaignStop.count({ where: { campaignId, what } })
  if (count > 0) throw new Refusal('campaign.stopped', undefined, { what })
}
