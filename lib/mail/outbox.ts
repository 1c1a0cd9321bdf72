import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import type { Tx } from '#lib/foundation/db.ts'
import { newId, newMailCode } from '#lib/foundation/ids.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { enqueue } from '#lib/queue/enqueue.ts'
import { type LetterKind, type LetterValues, letters } from './templates/letters.ts'

type Order<K extends LetterKind> = Readonly<{ kind: K; to: string; locale: Locale; submissionId?: string; values: LetterValues[K] }>

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
