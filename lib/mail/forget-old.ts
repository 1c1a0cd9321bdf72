import 'server-only'
import { db } from '#lib/foundation/db.ts'
import { enqueue } from '#lib/queue/enqueue.ts'

const atOnce = 500

/**
 * Empties letters that were sent before this moment: their words go, and with letters about no entry the address as well. What stays says
 * that a letter was ours, and when it was sent. Their files are removed by a job. Returns how many were emptied.
 */
export async function forgetOldLetters(before: Date): Promise<number> {
  let emptied = 0
  for (let some = atOnce; some === atOnce; emptied += some) some = await emptySome(before)
  return emptied
}

function emptySome(before: Date): Promise<number> {
  return db.$transaction(async (tx) => {
    const letters = await tx.$queryRaw<{ id: string }[]>`
      update mail set text = '', html = '', recipient = case when submission_id is null then '' else recipient end
      where id in (select id from mail where state = 'sent' and sent_at < ${before} and text <> '' order by sent_at limit ${atOnce}::int for update skip locked)
      returning id`
    const mailIds = letters.map(({ id }) => id)
    if (mailIds.length > 0) await enqueue(tx, 'mail.remove-files', { mailIds })
    return mailIds.length
  })
}
