import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { canBeRead } from '../policy.ts'
import { type LockedEntry, lockEntry } from './lock-entry.ts'

/**
 * Lets somebody work on the copy of an entry, which shows them who wrote it: from then on they are never asked to read it. Beginning again
 * changes nothing and succeeds. Refuses 'staff.forbidden', 'submission.unknown', 'copy.not-eligible' and 'copy.reader', for whoever was
 * asked to read it.
 */
export async function beginCopy(actor: StaffActor, { reference }: Readonly<{ reference: string }>): Promise<void> {
  mustBeAllowed(actor, 'redaction.prepare')
  const at = now()
  await db.$transaction(async (tx) => {
    const entry = await lockEntry(tx, { reference })
    if (!canBeRead(entry.status)) throw new Refusal('copy.not-eligible')
    if ((await tx.assignment.count({ where: { submissionId: entry.id, reviewerId: actor.id } })) > 0) throw new Refusal('copy.reader')
    const { count } = await tx.knownEntry.createMany({ data: [{ submissionId: entry.id, staffId: actor.id, at }], skipDuplicates: true })
    if (count > 0) await record(tx, { actor, action: 'copy.begun', subject: { kind: 'submission', id: entry.id }, at })
  })
}

/** `version` is that of the entry, `seen` the number of the newest copy (0: none) this person saw when they began. */
export type Prepared = Readonly<{ reference: string; version: number; seen: number; story: string; postText: string | null }>

/**
 * Adds a copy, to be approved. What was made before stays as it is. Refuses 'staff.forbidden', 'submission.unknown', 'copy.not-eligible',
 * 'copy.not-begun', 'submission.changed' when the entry is no longer as it was seen, and 'copy.changed' when somebody added one meanwhile.
 */
export async function prepareCopy(actor: StaffActor, input: Prepared): Promise<void> {
  mustBeAllowed(actor, 'redaction.prepare')
  const at = now()
  await db.$transaction(async (tx) => {
    const entry = await workingOn(tx, actor, input.reference)
    if (entry.version !== input.version) throw new Refusal('submission.changed')
    const newest = await newestNumber(tx, entry.id)
    if (newest !== input.seen) throw new Refusal('copy.changed')
    const words = { story: input.story, postText: entry.postText === null ? null : input.postText }
    const made = { madeById: actor.id, madeAt: at, sourceVersion: entry.version }
    await tx.blindCopy.create({ data: { id: newId(), submissionId: entry.id, number: newest + 1, ...words, ...made } })
    const subject = { kind: 'submission', id: entry.id } as const
    await record(tx, { actor, action: 'copy.prepared', subject, at, data: { number: newest + 1, entryVersion: entry.version } })
  })
}

/** The entry, locked, for somebody who began to work on its copy. */
export async function workingOn(tx: Tx, actor: StaffActor, reference: string): Promise<LockedEntry> {
  const entry = await lockEntry(tx, { reference })
  if (!canBeRead(entry.status)) throw new Refusal('copy.not-eligible')
  const known = { submissionId_staffId: { submissionId: entry.id, staffId: actor.id } }
  if (!(await tx.knownEntry.findUnique({ where: known }))) throw new Refusal('copy.not-begun')
  return entry
}

/** The number of the newest copy; 0 when there is none. */
export async function newestNumber(tx: Tx, submissionId: string): Promise<number> {
  const { _max } = await tx.blindCopy.aggregate({ where: { submissionId }, _max: { number: true } })
  return _max.number ?? 0
}
