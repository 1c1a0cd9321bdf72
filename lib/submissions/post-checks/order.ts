import type { Tx } from '#lib/foundation/db.ts'
import { enqueue } from '#lib/queue/enqueue.ts'

/** Two orders under one key, before the check begins, are one check. */
export function postCheckKey(submissionId: string): string {
  return `check-post:${submissionId}`
}

/** Orders a check of an entry's post, as it then is, inside the caller's transaction: for when its link has changed. */
export async function orderPostCheck(tx: Tx, submissionId: string): Promise<void> {
  await enqueue(tx, 'submissions.check-post', { submissionId }, { key: postCheckKey(submissionId) })
}
