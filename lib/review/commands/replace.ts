import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { system } from '#lib/staff/actor.ts'
import { canBeRead } from '../policy.ts'
import { hasCopy } from './assign.ts'
import { type LockedEntry, lockEntry } from './lock-entry.ts'
import { ask, readersFor } from './readers.ts'

/** A reading that ended before it was finished. */
type Ended = Readonly<{ stage: number; independent: boolean; at: Date }>

/**
 * Asks the next person to read a locked entry in place of somebody, at the same stage: at the second an independent one for an independent
 * one, while there is one. True when somebody was asked.
 */
export async function askInPlace(tx: Tx, entry: LockedEntry, { stage, independent, at }: Ended): Promise<boolean> {
  if (!canBeRead(entry.status) || !(await hasCopy(tx, entry.id))) return false
  const [alike] = stage === 2 && independent ? await readersFor(tx, entry, { independentOnly: true }) : []
  const next = alike ?? (await readersFor(tx, entry))[0]
  if (next) await ask(tx, { submissionId: entry.id, reviewerId: next.id, stage: stage === 2 ? 2 : 1, at, actor: system })
  return next !== undefined
}

/** Asks somebody else in place of who stepped aside; nobody when somebody was asked since. Done twice it asks no more. */
export async function replaceRecused(assignmentId: string): Promise<boolean> {
  const at = now()
  return db.$transaction(async (tx) => {
    const which = await tx.assignment.findUnique({ where: { id: assignmentId }, select: { submissionId: true } })
    if (!which) return false
    const entry = await lockEntry(tx, { id: which.submissionId })
    const { stage, endedAt, reviewer } = await tx.assignment.findUniqueOrThrow({
      where: { id: assignmentId },
      select: { stage: true, endedAt: true, reviewer: { select: { independent: true } } },
    })
    if (!endedAt) return false
    const since = await tx.assignment.count({ where: { submissionId: entry.id, stage, assignedAt: { gte: endedAt } } })
    return since === 0 && askInPlace(tx, entry, { stage, independent: reviewer.independent, at })
  })
}
