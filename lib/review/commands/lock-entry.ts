import 'server-only'
import { campaignId } from '#lib/campaign/schema.ts'
import type { Tx } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { type Status, statusOf } from '#lib/submissions/lifecycle.ts'

export type LockedEntry = Readonly<{
  id: string
  status: Status
  version: number
  story: string
  postText: string | null
  storyLanguage: string
  displayName: string
  email: string
  country: string
}>

type Row = Omit<LockedEntry, 'status'> & { status: string }

/** The entry with this reference or id, held until the transaction ends, so that its words, copies and readers change one after the other. Refuses 'submission.unknown'. */
export async function lockEntry(tx: Tx, which: Readonly<{ reference: string }> | Readonly<{ id: string }>): Promise<LockedEntry> {
  const [reference, id] = 'id' in which ? [null, which.id] : [which.reference, null]
  const [row] = await tx.$queryRaw<Row[]>`
    select id, status, version, story, post_text as "postText", story_language as "storyLanguage", display_name as "displayName", email, country
    from submission where campaign_id = ${campaignId} and (reference = ${reference} or id = ${id}::uuid) for update`
  if (!row) throw new Refusal('submission.unknown')
  return { ...row, status: statusOf(row.status) }
}
