import type { Database } from '#lib/foundation/db.ts'

/** Longer than any letter, check or command takes, in minutes. Films are taken up again by their own rule. */
export const longestMinutes = 5

/**
 * Gives back the jobs a worker took and died with: the queue itself would hold them for four hours. Every handler can run twice. Returns
 * how many workers were found dead.
 */
export async function releaseStuckJobs(database: Database): Promise<number> {
  const [row] = await database.$queryRaw<{ dead: string[] | null }[]>`
    select array_agg(distinct locked_by) as dead from graphile_worker.jobs
    where locked_at < clock_timestamp() - make_interval(mins => ${longestMinutes}::int) and task_identifier <> 'films.render'`
  if (!row?.dead) return 0
  await database.$executeRaw`select graphile_worker.force_unlock_workers(${row.dead})`
  return row.dead.length
}
