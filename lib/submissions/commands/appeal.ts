import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import { statusOf } from '../lifecycle.ts'
import { appealableUntil } from '../policy.ts'
import { parseAppeal } from '../steps/appeal.ts'
import { addressLetter } from './own-letter.ts'
import { lockOwnEntry } from './own-lock.ts'

/**
 * Keeps a storyteller's objection to their entry being found not eligible, once and within 14 days, for somebody else of staff to decide.
 * The same words sent again change nothing and succeed. Refuses on the field 'appeal' what cannot be kept, 'entry.missing',
 * 'appeal.not-possible', 'appeal.already' and 'appeal.too-late' { closesAt }.
 */
export async function appealDecision({ key, text: raw }: Readonly<{ key: string; text: string }>): Promise<void> {
  const parsed = parseAppeal(raw)
  if (!parsed.ok) throw new Refusal(parsed.error.code, 'appeal', parsed.error.values)
  await db.$transaction(async (tx) => {
    const entry = await tx.submission.findUniqueOrThrow({ where: { id: await lockOwnEntry(tx, key) }, include: { appeal: true } })
    if (entry.appeal?.text === parsed.text) return
    if (entry.appeal) throw new Refusal('appeal.already')
    const at = now()
    const until = appealableUntil(statusOf(entry.status), entry.statusAt)
    if (!until) throw new Refusal('appeal.not-possible')
    if (at >= until) throw new Refusal('appeal.too-late', undefined, { closesAt: until.toISOString() })
    await tx.appeal.create({ data: { id: newId(), submissionId: entry.id, text: parsed.text, at } })
    await tx.submission.update({ where: { id: entry.id }, data: { version: { increment: 1 } } })
    const { envelope, known } = await addressLetter(tx, entry, at)
    await queueMail(tx, { ...envelope, kind: 'appeal-received', values: known })
    await record(tx, { actor: { kind: 'storyteller' }, action: 'appeal.received', subject: { kind: 'submission', id: entry.id }, at })
  })
}
