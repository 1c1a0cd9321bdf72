import 'server-only'
import { db } from '#lib/foundation/db.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { type Signal, signals } from '../spam.ts'

/** Whether an entry stands in the spam lane, and what speaks for that. */
export type SpamView = Readonly<{
  /** Null when it stands with all others. */
  marked: Readonly<{ at: Date; by: string | null }> | null
  /** When it was last taken out of the lane. */
  undone: Readonly<{ at: Date; by: string }> | null
  signals: readonly Signal[]
}>

const byWhom = { select: { name: true, email: true } } as const

/** The spam mark of one entry as staff see it, with every signal that was heard. Refuses 'staff.forbidden'. */
export async function spamView(actor: StaffActor, submissionId: string): Promise<SpamView> {
  mustBeAllowed(actor, 'submission.read')
  const [mark, heard] = await Promise.all([
    db.spamMark.findUnique({ where: { submissionId }, include: { markedBy: byWhom, undoneBy: byWhom } }),
    db.entrySignals.findUnique({ where: { submissionId }, select: { signals: true } }),
  ])
  const all = [...(heard?.signals ?? []), ...(mark?.signals ?? [])]
  const { undoneAt, undoneBy } = mark ?? {}
  return {
    marked: mark && !undoneAt ? { at: mark.at, by: mark.markedBy && nameOf(mark.markedBy) } : null,
    undone: undoneAt && undoneBy ? { at: undoneAt, by: nameOf(undoneBy) } : null,
    signals: signals.filter((signal) => all.includes(signal)),
  }
}

function nameOf({ name, email }: Readonly<{ name: string | null; email: string }>): string {
  return name ?? email
}
