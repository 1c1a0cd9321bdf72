import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { enqueue } from '#lib/queue/enqueue.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { findIdentity } from '../blind.ts'
import type { LockedEntry } from './lock-entry.ts'
import { newestNumber, workingOn } from './prepare-copy.ts'

/** `looked`: what still may tell who wrote it was looked at and is meant to stay. */
export type Approval = Readonly<{ reference: string; number: number; looked: boolean }>

/**
 * Approves the newest copy of an entry: its words never change again, and readers are asked for. Approving what is approved changes nothing
 * and succeeds. Refuses 'staff.forbidden', 'submission.unknown', 'copy.not-eligible', 'copy.not-begun', 'copy.changed' when there is a
 * newer one, 'copy.outdated' when the entry changed since, and 'copy.still-found' (values count) until somebody says they looked.
 */
export async function approveCopy(actor: StaffActor, input: Approval): Promise<void> {
  mustBeAllowed(actor, 'redaction.approve')
  const at = now()
  await db.$transaction(async (tx) => {
    const entry = await workingOn(tx, actor, input.reference)
    if ((await newestNumber(tx, entry.id)) !== input.number) throw new Refusal('copy.changed')
    const copy = await tx.blindCopy.findUniqueOrThrow({
      where: { submissionId_number: { submissionId: entry.id, number: input.number } },
    })
    if (copy.outdated) throw new Refusal('copy.outdated')
    if (copy.approvedAt) return
    const count = await stillFound(tx, entry, [copy.story, copy.postText ?? ''])
    if (count > 0 && !input.looked) throw new Refusal('copy.still-found', 'looked', { count })
    await tx.blindCopy.update({ where: { id: copy.id }, data: { approvedById: actor.id, approvedAt: at } })
    await enqueue(tx, 'review.assign', { submissionId: entry.id }, { key: `review.assign:${entry.id}` })
    const data = { number: copy.number, stillFound: count, own: copy.madeById === actor.id }
    await record(tx, { actor, action: 'copy.approved', subject: { kind: 'submission', id: entry.id }, at, data })
  })
}

async function stillFound(tx: Tx, entry: LockedEntry, texts: readonly string[]): Promise<number> {
  const author = await authorOf(tx, entry.id)
  const identity = { ...entry, author, language: entry.storyLanguage }
  return texts.reduce((sum, text) => sum + findIdentity(text, identity).length, 0)
}

/** Who wrote the post, as its network last said; null when it never did. */
export async function authorOf(tx: Tx, submissionId: string): Promise<string | null> {
  const where = { submissionId, author: { not: null } }
  const check = await tx.postCheck.findFirst({ where, orderBy: [{ at: 'desc' }, { id: 'desc' }], select: { author: true } })
  return check?.author ?? null
}
