import 'server-only'
import { db } from '#lib/foundation/db.ts'
import { enqueue } from '#lib/queue/enqueue.ts'
import { dropDelivery } from './outbox.ts'

const atOnce = 500

/**
 * Empties letters that were sent before this moment, or written before it and given up: their words and what a mail server said of them go, and
 * with letters about no entry the address as well. What stays says that a letter was ours, and when it was sent. Their files are removed by a
 * job. Returns how many were emptied.
 */
export async function forgetOldLetters(before: Date): Promise<number> {
  let emptied = 0
  for (let some = atOnce; some === atOnce; emptied += some) some = await emptySome(before)
  return emptied
}

function emptySome(before: Date): Promise<number> {
  return db.$transaction(async (tx) => {
    const letters = await tx.$queryRaw<{ id: string }[]>`
      update mail set text = '', html = '', last_error = null, recipient = case when submission_id is null then '' else recipient end
      where id in (
        select id from mail
        where (state = 'sent' and sent_at < ${before} or state = 'failed' and created_at < ${before}) and (text <> '' or last_error is not null)
        order by created_at limit ${atOnce}::int for update skip locked)
      returning id`
    const mailIds = letters.map(({ id }) => id)
    if (mailIds.length === 0) return 0
    await dropDelivery(tx, mailIds)
    await enqueue(tx, 'mail.remove-files', { mailIds })
    return mailIds.length
  })
}
