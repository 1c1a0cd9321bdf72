import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { type CopyShape, copyOut } from '#lib/foundation/copy-out.ts'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { may, mustBeAllowed } from '#lib/staff/permissions.ts'
import type { AuditAction } from './actions.ts'
import { record } from './record.ts'

/** `safe` holds nothing that tells who somebody is; `full` holds all there is. */
export const exportVariants = ['safe', 'full'] as const
export type ExportVariant = (typeof exportVariants)[number]

export type ExportPlan = Readonly<{ kind: string; variant: ExportVariant; shape: CopyShape; query: string }>

/**
 * Streams an export. That it began is recorded before the first byte; that it ended, or was broken off, and after how many rows, when it is.
 * Refuses 'staff.forbidden'.
 */
export async function exportRows(
  actor: StaffActor,
  plan: ExportPlan,
): Promise<AsyncGenerator<Uint8Array<ArrayBuffer>, undefined, undefined>> {
  mustBeAllowed(actor, plan.variant === 'full' ? 'export.full' : 'export.safe')
  const id = newId()
  const { kind, variant, shape } = plan
  const write = (action: AuditAction, facts: Readonly<Record<string, number>>) =>
    db.$transaction((tx) =>
      record(tx, { actor, action, subject: { kind: 'export', id }, at: now(), data: { kind, variant, shape, ...facts } }),
    )
  await write('export.started', {})
  return copyOut(plan.query, shape, (rows, isWhole) => write(isWhole ? 'export.finished' : 'export.aborted', { rows }))
}

/** The record as a table, in the order it was written; `full` with the names of staff. */
export function auditExport(actor: StaffActor, variant: ExportVariant): string | null {
  if (!may(actor, 'audit.see')) return null
  const name = variant === 'full' ? 'sheet_cell(coalesce(u.name, u.email)) as staff,' : ''
  return `select e.id as line, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, e.actor_kind, e.actor_id, ${name}
      e.action, e.subject_kind, sheet_cell(e.subject_id) as subject, sheet_cell(e.data::text) as facts, l.lane, l.seq as link, l.previous_hash, l.hash
    from audit_event e left join audit_link l on l.event_id = e.id ${variant === 'full' ? 'left join staff_user u on u.id = e.actor_id' : ''}
    order by e.id`
}
