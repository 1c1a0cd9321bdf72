import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { system } from '#lib/staff/actor.ts'
import { canBeRead, readersNeeded } from '../policy.ts'
import { hasCopy } from './assign.ts'
import { type LockedEntry, lockEntry } from './lock-entry.ts'
import { ask, readersFor } from './readers.ts'

/** A reading that ended before it was finished. */
type Ended = Readonly<{ id: string; stage: number; independent: boolean; at: Date }>

/**
 * Asks the next person to read a locked entry in place of somebody, at the same stage: at the second an independent one for an independent
 * one, while there is one. True when somebody was asked.
 */
export async function askInPlace(tx: Tx, entry: LockedEntry, { id, stage, independent, at }: Ended): Promise<boolean> {
  if (!canBeRead(entry.status) || !(await hasCopy(tx, entry.id))) return false
  const [alike] = stage === 2 && independent ? await readersFor(tx, entry, { independentOnly: true }) : []
  const next = alike ?? (await readersFor(tx, entry))[0]
  if (next) await ask(tx, { submissionId: entry.id, reviewerId: next.id, stage: stage === 2 ? 2 : 1, at, actor: system, replaces: id })
  return next !== undefined
}

/**
 * Asks somebody else in place of who stepped aside; nobody when that was done, or when the first stage has readers enough again. Done twice
 * it asks no more.
 */
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
    if (!endedAt || (await isReplaced(tx, { id: assignmentId, submissionId: entry.id, stage }))) return false
    return askInPlace(tx, entry, { id: assignmentId, stage, independent: reviewer.independent, at })
  })
}

/** The hourly spread fills up the first stage by itself, for nobody in particular. */
async function isReplaced(
  tx: Tx,
  { id, submissionId, stage }: Readonly<{ id: string; submissionId: string; stage: number }>,
): Promise<boolean> {
  if ((await tx.assignment.count({ where: { replaces: id } })) > 0) return true
  return stage === 1 && readersNeeded(await tx.assignment.count({ where: { submissionId, stage, endedAt: null } })) === 0
}
