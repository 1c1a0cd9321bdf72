import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'

type Raising = Readonly<{ actor: StaffActor; submissionId: string; at: Date }>

/** Raises a worry about somebody's safety, once for each reviewer and entry: what was answered is not raised again by saving again. */
export async function raiseFlag(tx: Tx, { actor, submissionId, at }: Raising): Promise<void> {
  const raised = await tx.$executeRaw`
    insert into safety_flag (id, submission_id, raised_by_id, raised_at)
    select ${newId()}::uuid, ${submissionId}::uuid, ${actor.id}::uuid, ${at}
    where not exists (select from safety_flag where submission_id = ${submissionId}::uuid and raised_by_id = ${actor.id}::uuid)
    on conflict do nothing`
  if (raised > 0) await record(tx, { actor, action: 'flag.raised', subject: { kind: 'submission', id: submissionId }, at })
}

/** Answers a worry, so that it no longer holds the entry back. Refuses 'staff.forbidden' and 'flag.unknown', also for one that was answered. */
export async function resolveFlag(actor: StaffActor, input: Readonly<{ flagId: string; resolution: string }>): Promise<void> {
  mustBeAllowed(actor, 'flag.resolve')
  const at = now()
  await db.$transaction(async (tx) => {
    const [flag] = await tx.$queryRaw<{ submission_id: string }[]>`
      update safety_flag set resolved_at = ${at}, resolved_by_id = ${actor.id}::uuid, resolution = ${input.resolution}
      where id::text = ${input.flagId} and resolved_at is null returning submission_id`
    if (!flag) throw new Refusal('flag.unknown')
    await record(tx, { actor, action: 'flag.resolved', subject: { kind: 'submission', id: flag.submission_id }, at })
  })
}
