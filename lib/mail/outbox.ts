import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import type { Tx } from '#lib/foundation/db.ts'
import { newId, newMailCode } from '#lib/foundation/ids.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { enqueue, manners } from '#lib/queue/enqueue.ts'
import { type LetterKind, type LetterValues, letters } from './templates/letters.ts'

/** One letter to be written, with all it needs to know. */
export type Order<K extends LetterKind> = Readonly<{ kind: K; to: string; locale: Locale; submissionId?: string; values: LetterValues[K] }>

/** Puts a letter into the outbox inside the caller's transaction: it is sent exactly when the rest of the transaction happened. */
export async function queueMail<K extends LetterKind>(
  tx: Tx,
  { kind, to, locale, submissionId, values }: Order<K>,
): Promise<{ id: string; code: string }> {
  const id = newId()
  const code = newMailCode()
  const letter = letters[kind](locale, values, code)
  await tx.mail.create({ data: { id, kind, recipient: to, locale, ...letter, code, submissionId: submissionId ?? null, createdAt: now() } })
  await enqueue(tx, 'mail.deliver', { mailId: id }, { key: `mail:${id}` })
  return { id, code }
}

/**
 * The same, at most once under this name whoever asks and however often, at once or years apart. False when the letter was written before.
 */
export async function queueMailOnce<K extends LetterKind>(tx: Tx, once: string, order: Order<K>): Promise<boolean> {
  const { kind, to, locale, submissionId, values } = order
  const [id, code] = [newId(), newMailCode()]
  const row = { id, kind, recipient: to, locale, ...letters[kind](locale, values, code), code, submissionId: submissionId ?? null }
  const { count } = await tx.mail.createMany({ data: [{ ...row, once, createdAt: now() }], skipDuplicates: true })
  if (count === 1) await askForDelivery(tx, [id])
  return count === 1
}

/** The same for many letters of a few kinds at once, in two statements whatever their number. */
export async function queueMails<K extends LetterKind>(tx: Tx, orders: readonly Order<K>[]): Promise<void> {
  const createdAt = now()
  const rows = orders.map(({ kind, to, locale, submissionId, values }) => {
    const [id, code] = [newId(), newMailCode()]
    return { id, kind, recipient: to, locale, ...letters[kind](locale, values, code), code, submissionId: submissionId ?? null, createdAt }
  })
  await tx.mail.createMany({ data: rows })
  await askForDelivery(
    tx,
    rows.map(({ id }) => id),
  )
}

/** Asks for these letters to be sent, in one statement. A letter that is waiting for its next try, or has had its last, begins anew. */
export async function askForDelivery(tx: Tx, mailIds: readonly string[]): Promise<void> {
  const { maxAttempts, priority } = manners['mail.deliver']
  await tx.$executeRaw`
    select graphile_worker.add_job('mail.deliver', payload := json_build_object('mailId', m), job_key := 'mail:' || m,
      priority := ${priority}::int, max_attempts := ${maxAttempts}::int)
    from unnest(${mailIds}::text[]) as m`
}

/** Takes back what was asked for: the jobs of these letters go, also those that have had their last try. One that is under way runs to its end. */
export async function dropDelivery(tx: Tx, mailIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`select graphile_worker.remove_job('mail:' || m) from unnest(${mailIds}::text[]) as m`
}
