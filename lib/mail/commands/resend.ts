import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { askForDelivery } from '../outbox.ts'

/** The most letters that go back into the queue at one press. */
export const resentAtOnce = 200

const again = { state: 'queued', attempts: 0, lastError: null } as const

/**
 * Puts one letter that could not be sent back into the queue, with all its tries ahead of it and under the same Message-ID. Refuses
 * 'mail.unknown', 'mail.not-failed' when it waits or was sent, also because somebody pressed first, and 'mail.emptied' when its words are gone.
 */
export async function resendLetter(actor: StaffActor, mailId: string): Promise<void> {
  mustBeAllowed(actor, 'mail.resend')
  await db.$transaction(async (tx) => {
    const mail = await tx.mail.findUnique({ where: { id: mailId }, select: { state: true, text: true } })
    if (!mail) throw new Refusal('mail.unknown')
    if (mail.state === 'failed' && mail.text === '') throw new Refusal('mail.emptied')
    const { count } = await tx.mail.updateMany({ where: { id: mailId, state: 'failed', text: { not: '' } }, data: again })
    if (count === 0) throw new Refusal('mail.not-failed')
    await askAgain(tx, actor, [mailId])
  })
}

/** The same for the oldest letters that could not be sent, at most `resentAtOnce`. Returns how many; two presses at once share them. */
export async function resendFailed(actor: StaffActor): Promise<number> {
  mustBeAllowed(actor, 'mail.resend')
  return db.$transaction(async (tx) => {
    const letters = await tx.$queryRaw<{ id: string }[]>`
      select id from mail where state = 'failed' and text <> '' order by created_at, id limit ${resentAtOnce}::int for update skip locked`
    const ids = letters.map(({ id }) => id)
    await tx.mail.updateMany({ where: { id: { in: ids } }, data: again })
    await askAgain(tx, actor, ids)
    return ids.length
  })
}

async function askAgain(tx: Tx, actor: StaffActor, mailIds: readonly string[]): Promise<void> {
  const at = now()
  await askForDelivery(tx, mailIds)
  for (const id of mailIds) await record(tx, { actor, action: 'mail.resent', subject: { kind: 'mail', id }, at })
}
