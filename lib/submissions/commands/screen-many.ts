import 'server-only'
import { fault } from '#lib/foundation/log.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import type { BulkScreened } from '../staff/bulk.ts'
import { screenSubmission } from './screen.ts'

/** `changed`: it was no longer as this person saw it, and nothing was done · `failed`: it could not be kept, and nothing was done. */
export type Screening = Readonly<{ reference: string; result: 'done' | 'changed' | 'failed' }>

/**
 * Records one look at many entries, each in a transaction of its own: what somebody else changed meanwhile stays as they left it and keeps
 * nobody else's from being recorded. Refuses 'staff.forbidden'.
 */
export async function screenMany(
  actor: StaffActor,
  { ticked, screened }: Pick<BulkScreened, 'ticked' | 'screened'>,
): Promise<readonly Screening[]> {
  mustBeAllowed(actor, 'submission.screen')
  const results: Screening[] = []
  for (const { reference, version } of ticked) {
    const result = await screenSubmission(actor, { ...screened, reference, version }).then(
      () => 'done' as const,
      (error: unknown) => {
        if (error instanceof Refusal) return 'changed' as const
        fault('screening.failed', error, { entry: reference })
        return 'failed' as const
      },
    )
    results.push({ reference, result })
  }
  return results
}
