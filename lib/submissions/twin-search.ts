import 'server-only'
import type { Tx } from '#lib/foundation/db.ts'
import { enqueue } from '#lib/queue/enqueue.ts'

/** Two orders under one key, before the search begins, are one search. */
export function twinSearchKey(submissionId: string): string {
  return `find-twins:${submissionId}`
}

/** Orders the search for entries like this one, inside the caller's transaction: for when its words, address or post have changed. */
export async function orderTwinSearch(tx: Tx, submissionId: string): Promise<void> {
  await enqueue(tx, 'submissions.find-twins', { submissionId }, { key: twinSearchKey(submissionId) })
}
