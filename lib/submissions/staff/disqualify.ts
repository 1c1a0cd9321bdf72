import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { translator } from '#lib/i18n/translator.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { addressLetter } from '../commands/own-letter.ts'
import { canMove, statusOf } from '../lifecycle.ts'
import type { Disqualified } from './disqualify-schema.ts'

/**
 * Takes an entry out of the competition for breaking a rule, for good, from wherever it still takes part: history, the rule with the note
 * for staff, audit and the storyteller's letter together or not at all. An award of it is ended by the clock, and a reserve moves up.
 * Refuses 'staff.forbidden', 'submission.unknown', 'submission.changed' when it is no longer as this person saw it, and
 * 'submission.cannot-move' (values from) where the lifecycle knows no such step.
 */
export async function disqualifyEntry(actor: StaffActor, { reference, version, rule, note }: Disqualified): Promise<void> {
  mustBeAllowed(actor, 'submission.disqualify')
  const at = now()
  await db.$transaction(async (tx) => {
    const entry = await tx.submission.findUnique({ where: { reference } })
    if (!entry) throw new Refusal('submission.unknown')
    const [from, to] = [statusOf(entry.status), 'disqualified'] as const
    if (entry.version !== version) throw new Refusal('submission.changed')
    if (!canMove(from, to)) throw new Refusal('submission.cannot-move', undefined, { from })
    const { count } = await tx.submission.updateMany({
      where: { id: entry.id, status: from, version },
      data: { status: to, statusAt: at, version: { increment: 1 } },
    })
    if (count === 0) throw new Refusal('submission.changed')
    const written = { id: newId(), submissionId: entry.id, staffId: actor.id, at }
    await tx.statusChange.create({ data: { ...written, from, to } })
    await tx.screening.create({ data: { ...written, id: newId(), outcome: to, rule, note, checklist: {} } })
    const { envelope, known } = await addressLetter(tx, entry, at)
    const values = { ...known, rule: translator(envelope.locale, 'entry')(`ineligible.${rule}`) }
    await queueMail(tx, { ...envelope, kind: 'disqualified', values })
    await record(tx, { actor, action: 'submission.disqualified', subject: { kind: 'submission', id: entry.id }, at, data: { from, rule } })
  })
}
