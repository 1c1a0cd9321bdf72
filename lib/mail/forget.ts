import 'server-only'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Tx } from '#lib/foundation/db.ts'
import { env } from '#lib/foundation/env.ts'
import { enqueue } from '#lib/queue/enqueue.ts'
import { dropDelivery } from './outbox.ts'

/** A letter of which only its kind, its code and its dates are left: enough to say that it was ours. */
export const nothingLeft = { recipient: '', subject: '', text: '', html: '', lastError: null } as const

type Letters = Readonly<{
  submissionId: string
  /** Where letters about this entry may have gone before it was one. */
  recipient: string
}>

/**
 * Empties every letter about one entry inside the caller's transaction, deletes those still unsent with the jobs that would send them, and asks
 * for their files to be removed. Letters to the same address that tell of no entry go as well: what was sent or given up, and links to drafts
 * that wait. Letters to staff stay, and so does an answer in another matter that is still on its way.
 */
export async function forgetLetters(tx: Tx, { submissionId, recipient }: Letters): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from mail where id in (
      select id from mail where submission_id = ${submissionId}::uuid union all
      select id from mail where submission_id is null and lower(recipient) = lower(${recipient}) and kind not like 'staff-%'
        and (state <> 'queued' or kind in ('continue', 'draft-expiring'))
    ) for update`
  const mailIds = rows.map(({ id }) => id)
  await tx.mail.deleteMany({ where: { id: { in: mailIds }, state: { not: 'sent' } } })
  await tx.mail.updateMany({ where: { id: { in: mailIds } }, data: nothingLeft })
  if (mailIds.length === 0) return
  await dropDelivery(tx, mailIds)
  await enqueue(tx, 'mail.remove-files', { mailIds })
}

/** Removes what the outbox folder holds of these letters. Files that are gone are no fault. */
export async function removeLetterFiles(mailIds: readonly string[]): Promise<void> {
  const folder = path.join(env().DATA_DIR, 'outbox')
  const files = mailIds.flatMap((id) => [`${id}.json`, `${id}.json.part`])
  await Promise.all(files.map((file) => rm(path.join(folder, path.basename(file)), { force: true })))
}
