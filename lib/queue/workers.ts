import type { Database } from '#lib/foundation/db.ts'

const workerName = 'hob-worker'

/** This address of a database, under which a worker says who it is: PostgreSQL knows of whoever is connected, and of nobody who died. */
export function asWorker(url: string): string {
  const address = new URL(url)
  address.searchParams.set('application_name', workerName)
  return address.href
}

/** Whether anybody works through the queue of this database. */
export async function isWorkerThere(database: Database): Promise<boolean> {
  const [row] = await database.$queryRaw<{ there: boolean }[]>`
    select exists (select from pg_stat_activity where datname = current_database() and application_name = ${workerName}) as there`
  return row?.there ?? false
}
