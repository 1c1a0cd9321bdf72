import 'server-only'
import { randomInt } from 'node:crypto'
import { record } from '#lib/audit/record.ts'
import type { Tx } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import type { StaffActor, SystemActor } from '#lib/staff/actor.ts'
import { inTurn, type Reader } from '../policy.ts'

const chance = () => randomInt(2 ** 47)

/** Who may still be asked to read an entry, whose turn it is first: never who knows it, was asked already, or was removed. */
export async function readersFor(
  tx: Tx,
  entry: Readonly<{ id: string; storyLanguage: string }>,
  { independentOnly = false }: Readonly<{ independentOnly?: boolean }> = {},
): Promise<readonly Reader[]> {
  const readers = await tx.$queryRaw<Reader[]>`
    select u.id, u.languages, u.independent, coalesce(load.open, 0) as open, coalesce(load.given, 0) as given
    from staff_user u left join lateral (
      select count(*)::int as given, (count(*) filter (where s.status = 'eligible' and r.id is null))::int as open
      from assignment a join submission s on s.id = a.submission_id
      left join review r on r.submission_id = a.submission_id and r.reviewer_id = a.reviewer_id and r.completed_at is not null
      where a.reviewer_id = u.id and a.ended_at is null
    ) load on true
    where u.role = 'reviewer' and u.removed_at is null and (u.independent or not ${independentOnly}::boolean)
      and not exists (select from assignment a where a.submission_id = ${entry.id}::uuid and a.reviewer_id = u.id)
      and not knows_entry(${entry.id}::uuid, u.id)`
  return inTurn(readers, entry.storyLanguage, chance)
}

/** `replaces`: the reading that ended and that this one stands in for. */
export type Asking = Readonly<{
  submissionId: string
  reviewerId: string
  stage: 1 | 2
  at: Date
  actor: StaffActor | SystemActor
  replaces?: string
}>

/** Asks somebody to read an entry, at a random place of their own list. The database refuses it without an approved copy, and for who knows it. */
export async function ask(tx: Tx, { submissionId, reviewerId, stage, at, actor, replaces }: Asking): Promise<void> {
  const data = {
    id: newId(),
    submissionId,
    reviewerId,
    stage,
    position: randomInt(2 ** 31 - 1),
    assignedAt: at,
    replaces: replaces ?? null,
  }
  await tx.assignment.create({ data })
  const subject = { kind: 'submission', id: submissionId } as const
  await record(tx, { actor, action: 'review.assigned', subject, at, data: { reviewer: reviewerId, stage } })
}
