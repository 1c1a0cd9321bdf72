import 'server-only'
import { db } from '#lib/foundation/db.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { may, mustBeAllowed } from '#lib/staff/permissions.ts'
import type { AppealOutcome } from './appeal-schema.ts'
import { appealOutcomes } from './appeal-schema.ts'

/** An appeal as staff see it. `canDecide` is false for whoever found the entry not eligible. */
export type AppealForStaff = Readonly<{
  id: string
  reference: string
  /** Of the entry: what a decision has to name. */
  version: number
  text: string
  at: Date
  decided: Readonly<{ outcome: AppealOutcome; reason: string; at: Date; by: string }> | null
  canDecide: boolean
}>

/** The appeal about one entry, or null when there is none or it was erased. Refuses 'staff.forbidden'. */
export async function appealForStaff(actor: StaffActor, submissionId: string): Promise<AppealForStaff | null> {
  mustBeAllowed(actor, 'submission.read')
  const appeal = await db.appeal.findUnique({
    where: { submissionId },
    include: {
      staff: { select: { name: true, email: true } },
      submission: {
        select: {
          ...{ reference: true, version: true, status: true },
          screenings: { where: { outcome: 'ineligible' }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1, select: { staffId: true } },
        },
      },
    },
  })
  if (!appeal?.text) return null
  const { id, text, at, decidedAt, reason, staff, submission } = appeal
  const outcome = appealOutcomes.find((known) => known === appeal.outcome)
  const isOpen = !outcome && submission.status === 'ineligible'
  return {
    ...{ id, reference: submission.reference, version: submission.version, text, at },
    decided: outcome && decidedAt ? { outcome, reason: reason ?? '', at: decidedAt, by: staff?.name ?? staff?.email ?? '' } : null,
    canDecide: isOpen && may(actor, 'appeal.decide') && submission.screenings[0]?.staffId !== actor.id,
  }
}

/** References of entries whose appeal waits for a decision, the oldest first. Refuses 'staff.forbidden'. */
export async function openAppeals(actor: StaffActor): Promise<readonly Readonly<{ reference: string; at: Date }>[]> {
  mustBeAllowed(actor, 'appeal.decide')
  const open = await db.appeal.findMany({
    where: { decidedAt: null, submission: { status: 'ineligible' } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: 200,
    select: { at: true, submission: { select: { reference: true } } },
  })
  return open.map(({ at, submission }) => ({ reference: submission.reference, at }))
}
