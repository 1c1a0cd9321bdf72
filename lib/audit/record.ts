import type { Tx } from '#lib/foundation/db.ts'

/** Everything worth recording, `noun.past-participle`. Nothing else can be written. */
export const auditActions = [
  'draft.started',
  'draft.warned',
  'continue-link.mailed',
  'continue-link.used',
  'submission.received',
  'submission.edited',
  'submission.withdrawn',
  'submission.restored',
  'submission.found-eligible',
  'submission.found-ineligible',
  'submission.questioned',
  'submission.answered',
  'question.reminded',
  'submission.erased',
  'submission.marked-spam',
  'submission.unmarked-spam',
  'appeal.received',
  'appeal.upheld',
  'appeal.rejected',
  'consent.changed',
  'entry-link.mailed',
  'staff.invited',
  'staff.signed-in',
  'staff.signed-out',
  'staff.removed',
  'staff.changed',
  'staff.returned',
  'staff.session-ended',
  'staff.factor-set',
  'staff.factor-passed',
  'staff.factor-refused',
  'staff.factor-taken-away',
  'staff.codes-renewed',
  'campaign.changed',
  'campaign.stopped',
  'campaign.resumed',
  'region.changed',
  'closing.proposed',
  'closing.confirmed',
  'closing.declined',
  'rules.published',
  'decision.made',
  'release.proposed',
  'release.cancelled',
  'results.released',
  'results.corrected',
  'reserve.moved-up',
  'award.proposed',
  'award.taken-up',
  'award.confirmed',
  'award.cancelled',
  'award.opened',
  'award.reminded',
  'award.code-mailed',
  'award.claimed',
  'award.details-changed',
  'award.handed-off',
  'award.cleared',
  'award.blocked',
  'award.paid',
  'award.forfeited',
  'payout.seen',
  'payout.exported',
  'mail.resent',
  'copy.begun',
  'copy.prepared',
  'copy.approved',
  'review.assigned',
  'review.recused',
  'review.completed',
  'review.changed',
  'review.budget-spent',
  'assignment.ended',
  'flag.raised',
  'flag.resolved',
  'retention.applied',
  'audit.verified',
  'story.scheduled',
  'story.cancelled',
  'story.unpublished',
  'story.returned',
  'story.restored',
  'export.started',
  'export.finished',
  'export.aborted',
] as const
export type AuditAction = (typeof auditActions)[number]

type AuditActor = { readonly kind: 'staff'; readonly id: string } | { readonly kind: 'storyteller' } | { readonly kind: 'system' }
type AuditSubject = Readonly<{
  kind: 'award' | 'release' | 'submission' | 'draft' | 'staff' | 'mail' | 'campaign' | 'audit' | 'export' | 'story'
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
