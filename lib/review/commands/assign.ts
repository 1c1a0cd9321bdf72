import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { system } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { canBeRead, readersNeeded } from '../policy.ts'
import { lockEntry } from './lock-entry.ts'
import { ask, readersFor } from './readers.ts'

/**
 * Asks as many people to read an entry as the first stage needs, and returns how many were asked: none when it is not to be read, has no
 * approved copy, has readers enough, or when nobody is left who does not know it. Done twice it asks no more.
 */
export async function assignEntry(submissionId: string): Promise<number> {
  const at = now()
  return db.$transaction(async (tx) => {
    const entry = await lockEntry(tx, { id: submissionId })
    if (!canBeRead(entry.status) || !(await hasCopy(tx, entry.id))) return 0
    const needed = readersNeeded(await standingReaders(tx, entry.id))
    const readers = needed > 0 ? (await readersFor(tx, entry)).slice(0, needed) : []
    for (const { id } of readers) await ask(tx, { submissionId: entry.id, reviewerId: id, stage: 1, at, actor: system })
    return readers.length
  })
}

/**
 * Asks one person to read one entry. Refuses 'staff.forbidden', 'submission.unknown', 'assign.not-eligible', 'assign.no-copy',
 * 'assign.nobody' for who is not here or does not read, 'assign.already' and 'assign.knows' for who has seen who wrote it.
 */
export async function assignByHand(actor: StaffActor, input: Readonly<{ reference: string; reviewerId: string }>): Promise<void> {
  mustBeAllowed(actor, 'review.assign')
  const at = now()
  await db.$transaction(async (tx) => {
    const entry = await lockEntry(tx, { reference: input.reference })
    if (!canBeRead(entry.status)) throw new Refusal('assign.not-eligible')
    if (!(await hasCopy(tx, entry.id))) throw new Refusal('assign.no-copy')
    const [reader] = await tx.$queryRaw<{ already: boolean; knows: boolean }[]>`
      select knows_entry(${entry.id}::uuid, u.id) as knows,
        exists (select from assignment a where a.submission_id = ${entry.id}::uuid and a.reviewer_id = u.id) as already
      from staff_user u where u.id::text = ${input.reviewerId} and u.removed_at is null and u.role in ('reviewer', 'admin')`
    if (!reader) throw new Refusal('assign.nobody')
    if (reader.already) throw new Refusal('assign.already')
    if (reader.knows) throw new Refusal('assign.knows')
    const stage = readersNeeded(await standingReaders(tx, entry.id)) > 0 ? 1 : 2
    await ask(tx, { submissionId: entry.id, reviewerId: input.reviewerId, stage, at, actor })
  })
}

/** Whether there is something to read: an approved copy of the words as they are. */
export async function hasCopy(tx: Tx, submissionId: string): Promise<boolean> {
  return (await tx.blindCopy.count({ where: { submissionId, approvedAt: { not: null }, outdated: false } })) > 0
}

/** How many people read this entry or are asked to, and are still here or have finished. */
async function standingReaders(tx: Tx, submissionId: string): Promise<number> {
  return tx.assignment.count({ where: { submissionId, endedAt: null } })
}
