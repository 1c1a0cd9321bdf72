import type { Database } from '#lib/foundation/db.ts'
import { isWorkerThere } from './workers.ts'

/** Longer than any letter, check or command takes, in minutes. Films are taken up again by their own rule. */
export const longestMinutes = 5

/**
 * Gives back the jobs a worker took and died with: the queue itself would hold them for four hours. Every handler can run twice. Returns
 * how many were found dead.
 */
export async function releaseStuckJobs(database: Database): Promise<number> {
  return releaseTaken(database, longestMinutes)
}

/**
 * The same for a worker that is about to start: while no other one is connected, whatever is taken was left behind, and is given back at once.
 * Not for later: one that lost its connections for a moment would give back what it is doing.
 */
export async function releaseLeftJobs(database: Database): Promise<number> {
  return releaseTaken(database, (await isWorkerThere(database)) ? longestMinutes : 0)
}

async function releaseTaken(database: Database, minutes: number): Promise<number> {
  const [row] = await database.$queryRaw<{ dead: string[] | null }[]>`
    select array_agg(distinct locked_by) as dead from graphile_worker.jobs
    where locked_at < clock_timestamp() - make_interval(mins => ${minutes}::int) and task_identifier <> 'films.render'`
  if (!row?.dead) return 0
  await database.$executeRaw`select graphile_worker.force_unlock_workers(${row.dead})`
  return row.dead.length
}
