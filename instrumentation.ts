import { isDatabaseAway } from '#lib/foundation/database-away.ts'
import { noteDatabaseAway } from '#lib/foundation/request-id.ts'

/** Called by Next for every error that no page or action caught: lets the door tell a database that was away from a fault of ours. */
export function onRequestError(error: unknown): void {
  if (isDatabaseAway(error)) noteDatabaseAway()
}
