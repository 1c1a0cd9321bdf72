import 'server-only'
import { type IneligibilityRule, ineligibilityRule } from '#lib/campaign/ineligibility.ts'
import { db } from '#lib/foundation/db.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'

/** A proposal to disqualify an entry that waits for another admin. `hasMoved`: the entry is no longer as it was seen, so only dropping is left. */
export type OpenDisqualification = Readonly<{
  id: string
  rule: IneligibilityRule
  note: string
  by: string
  at: Date
  isOwn: boolean
  hasMoved: boolean
}>

/** The proposal about this entry that waits, or null. Refuses 'staff.forbidden'. */
export async function openDisqualification(actor: StaffActor, submissionId: string): Promise<OpenDisqualification | null> {
  mustBeAllowed(actor, 'submission.disqualify')
  const open = await db.disqualification.findFirst({
    where: { submissionId, decidedAt: null },
    include: { proposedBy: { select: { name: true, email: true } }, submission: { select: { version: true } } },
  })
  const rule = open && ineligibilityRule(open.rule)
  if (!rule) return null
  const { id, note, proposedAt: at, proposedBy, proposedById, version, submission } = open
  const by = proposedBy.name ?? proposedBy.email
  return { ...{ id, rule, by, at }, note: note ?? '', isOwn: proposedById === actor.id, hasMoved: submission.version !== version }
}
