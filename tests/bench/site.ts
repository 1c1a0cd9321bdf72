import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { freePort, startSite, stopSite } from '../support/site.ts'
import { place } from './peers.ts'
import { childNamed, type Running } from './running.ts'

/** The site as `npm start` brings it up, on a data folder of its own. */
export type MeasuredSite = Running &
  Readonly<{ database: pg.Pool; databaseUrl: string; sitePid: number; workerPid: number | null; startedIn: number }>

const dataDir = path.join(place, 'site')

/** Starts the site, built from this checkout, with its own PostgreSQL; `startedIn` is in milliseconds, of a start that found everything there. */
export async function openSite(): Promise<MeasuredSite> {
  await stopSite(await startSite(dataDir, await freePort()))
  const begun = performance.now()
  const site = await startSite(dataDir, await freePort())
  const startedIn = performance.now() - begun
  const databaseUrl = readFileSync(path.join(dataDir, 'database-url'), 'utf8').trim()
  const database = new pg.Pool({ connectionString: databaseUrl, max: 4 })
  const parent = site.child.pid ?? 0
  const sitePid = childNamed(parent, 'server/site.ts')
  if (!sitePid) throw new Error('the process of the site was not found')
  return {
    name: 'the site',
    url: site.url,
    pids: [sitePid],
    ...{ database, databaseUrl, sitePid, workerPid: childNamed(parent, 'lib/worker/main.ts'), startedIn },
    stop: async () => {
      await database.end()
      await stopSite(site)
    },
  }
}

/** Holds the worker still while something else is measured, then lets it go on. */
export async function withoutWorker<T>({ workerPid }: MeasuredSite, work: () => Promise<T>): Promise<T> {
  if (workerPid) process.kill(workerPid, 'SIGSTOP')
  try {
    return await work()
  } finally {
    if (workerPid) process.kill(workerPid, 'SIGCONT')
  }
}

/** What the checkout is at, for the note under the table. */
export function commit(): string {
  return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
}
