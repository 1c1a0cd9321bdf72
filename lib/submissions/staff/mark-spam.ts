import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'

type Named = Readonly<{ reference: string }>

/**
 * Takes an entry out of the spam lane, for good as far as programs are concerned: it waits for screening with all others.
 * Refuses 'staff.forbidden', 'submission.unknown' and 'spam.not-marked'.
 */
export async function unmarkSpam(actor: StaffActor, { reference }: Named): Promise<void> {
  mustBeAllowed(actor, 'submission.screen')
  const at = now()
  await db.$transaction(async (tx) => {
    const id = await lockEntry(tx, reference)
    if (!(await leaveSpamLane(tx, { actor, id, at }))) throw new Refusal('spam.not-marked')
  })
}

/** The same for an entry somebody is deciding about, inside their transaction; false when it stands with all others already. */
export async function leaveSpamLane(tx: Tx, { actor, id, at }: Readonly<{ actor: StaffActor; id: string; at: Date }>): Promise<boolean> {
  const { count } = await tx.spamMark.updateMany({
    where: { submissionId: id, undoneAt: null },
    data: { undoneAt: at, undoneById: actor.id },
  })
  if (count > 0) await record(tx, { actor, action: 'submission.unmarked-spam', subject: { kind: 'submission', id }, at })
  return count > 0
}

/**
 * Puts an entry that waits for screening into the spam lane. Its status stays, and its storyteller sees no difference.
 * Refuses 'staff.forbidden', 'submission.unknown', 'spam.moved' when it waits no longer, and 'spam.marked'.
 */
export async function markSpam(actor: StaffActor, { reference }: Named): Promise<void> {
  mustBeAllowed(actor, 'submission.screen')
  const at = now()
  await db.$transaction(async (tx) => {
    const id = await lockEntry(tx, reference)
    if ((await tx.submission.count({ where: { id, status: 'submitted' } })) === 0) throw new Refusal('spam.moved')
    const marked = await tx.$executeRaw`
      insert into spam_mark as m (submission_id, score, signals, at, marked_by)
      select s.id, coalesce(e.score, 0), coalesce(e.signals, '{}') || '{staff}', ${at}, ${actor.id}::uuid
      from submission s left join entry_signals e on e.submission_id = s.id where s.id = ${id}::uuid
      on conflict (submission_id) do update
        set signals = excluded.signals, at = excluded.at, marked_by = excluded.marked_by, undone_at = null, undone_by = null
        where m.undone_at is not null`
    if (marked === 0) throw new Refusal('spam.marked')
    await record(tx, { actor, action: 'submission.marked-spam', subject: { kind: 'submission', id }, at })
  })
}

async function lockEntry(tx: Tx, reference: string): Promise<string> {
  const [entry] = await tx.$queryRaw<{ id: string }[]>`
    select id from submission where reference = ${reference} and status <> 'erased' for no key update`
  if (!entry) throw new Refusal('submission.unknown')
  return entry.id
}
