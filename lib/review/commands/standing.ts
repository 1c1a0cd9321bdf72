import 'server-only'
import type { Tx } from '#lib/foundation/db.ts'
import type { Standing } from '../selection/schema.ts'

/** What stands behind this entry now: completed reviews, how many of them by reviewers marked independent, and safety flags that are open. */
export async function standingOf(tx: Tx, submissionId: string): Promise<Standing> {
  const [row] = await tx.$queryRaw<{ reviews: number; independent: number; flags: number }[]>`
    select count(*)::int as reviews, (count(*) filter (where u.independent))::int as independent,
      (select count(*)::int from safety_flag f where f.submission_id = ${submissionId}::uuid and f.resolved_at is null) as flags
    from review r join staff_user u on u.id = r.reviewer_id
    where r.submission_id = ${submissionId}::uuid and r.completed_at is not null`
  return { reviews: row?.reviews ?? 0, independent: row?.independent ?? 0, openFlags: row?.flags ?? 0 }
}
