import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'

const dayMs = 86_400_000

/** Deletes every report that came more than `days` days ago, whatever became of it; none for null. Returns how many went. */
export async function forgetReports(days: number | null): Promise<number> {
  if (days === null) return 0
  const { count } = await db.historyReport.deleteMany({ where: { at: { lt: new Date(now().getTime() - days * dayMs) } } })
  return count
}
