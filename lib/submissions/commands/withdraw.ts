import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { dateTime } from '#lib/i18n/format.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import type { SubmissionInclude } from '#prisma/generated/models/Submission.ts'
import { type Status, statusOf } from '../lifecycle.ts'
import { canWithdraw, restorableUntil } from '../policy.ts'
import { addressLetter } from './own-letter.ts'
import { lockOwnEntry } from './own-lock.ts'
import { isTaken } from './post-taken.ts'

/**
 * Takes an entry out of the competition, from wherever it still takes part: the post can be entered again, and a letter says until when the
 * storyteller can come back. Withdrawing what is withdrawn changes nothing and succeeds. Refuses 'entry.missing' and 'withdraw.too-late'.
 */
export async function withdrawEntry(key: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const entry = await tx.submission.findUniqueOrThrow({ where: { id: await lockOwnEntry(tx, key) } })
    const at = now()
    const from = statusOf(entry.status)
    if (from === 'withdrawn') return
    if (!canWithdraw(from)) throw new Refusal('withdraw.too-late')
    await move(tx, entry.id, { from, to: 'withdrawn', at })
    const { envelope, known } = await addressLetter(tx, entry, at)
    const until = dateTime(envelope.locale, restorableUntil('withdrawn', { from, at }) ?? at)
    await queueMail(tx, { ...envelope, kind: 'withdrawn', values: { ...known, until } })
    const subject = { kind: 'submission', id: entry.id } as const
    await record(tx, { actor: { kind: 'storyteller' }, action: 'submission.withdrawn', subject, at, data: { from } })
  })
}

/**
 * Brings a withdrawn entry back to where it was, within 24 hours and while no other entry has its post. Restoring what was just restored
 * changes nothing and succeeds. Refuses 'entry.missing', 'restore.not-withdrawn', 'restore.too-late' and 'restore.post-taken'.
 */
export async function restoreEntry(key: string): Promise<void> {
  await db
    .$transaction((tx) => restore(tx, key))
    .catch((error: unknown) => {
      throw isTaken(error) ? new Refusal('restore.post-taken') : error
    })
}

async function restore(tx: Tx, key: string): Promise<void> {
  const changes = { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 } satisfies SubmissionInclude['changes']
  const entry = await tx.submission.findUniqueOrThrow({ where: { id: await lockOwnEntry(tx, key) }, include: { changes } })
  const at = now()
  const [last] = entry.changes
  if (entry.status !== 'withdrawn') {
    if (last?.from === 'withdrawn') return
    throw new Refusal('restore.not-withdrawn')
  }
  const back = last?.from ? statusOf(last.from) : null
  const until = last && restorableUntil('withdrawn', { from: back, at: last.at })
  if (!back || !until || at >= until) throw new Refusal('restore.too-late')
  await move(tx, entry.id, { from: 'withdrawn', to: back, at })
  const subject = { kind: 'submission', id: entry.id } as const
  await record(tx, { actor: { kind: 'storyteller' }, action: 'submission.restored', subject, at, data: { to: back } })
}

async function move(tx: Tx, id: string, { from, to, at }: Readonly<{ from: Status; to: Status; at: Date }>): Promise<void> {
  await tx.submission.update({ where: { id }, data: { status: to, statusAt: at, version: { increment: 1 } } })
  await tx.statusChange.create({ data: { id: newId(), submissionId: id, from, to, at } })
}
