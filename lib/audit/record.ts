import type { Tx } from '#lib/foundation/db.ts'
import type { AuditAction } from './actions.ts'

type AuditActor = { readonly kind: 'staff'; readonly id: string } | { readonly kind: 'storyteller' } | { readonly kind: 'system' }
type AuditSubject = Readonly<{
  kind:
    | 'award'
    | 'release'
    | 'submission'
    | 'draft'
    | 'staff'
    | 'mail'
    | 'campaign'
    | 'audit'
    | 'export'
    | 'story'
    | 'film'
    | 'history'
    | 'report'
  id: string
}>

/** One line of the record. `data` holds facts of the action: never a text of an entry, a name or an address. */
export type AuditEntry = Readonly<{
  actor: AuditActor
  action: AuditAction
  subject: AuditSubject
  at: Date
  data?: Readonly<Record<string, string | number | boolean | null>>
}>

/** Adds one line inside the caller's transaction: it exists exactly when what it tells of does. */
export async function record(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.create({
    data: {
      at: entry.at,
      actorKind: entry.actor.kind,
      actorId: entry.actor.kind === 'staff' ? entry.actor.id : null,
      action: entry.action,
      subjectKind: entry.subject.kind,
      subjectId: entry.subject.id,
      data: { ...entry.data },
    },
  })
}
