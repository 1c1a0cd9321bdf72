import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { beforeAll, expect, test, vi } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { enqueue } from '#lib/queue/enqueue.ts'
import { releaseLeftJobs, releaseStuckJobs } from '#lib/queue/stuck.ts'
import { asWorker, isWorkerThere } from '#lib/queue/workers.ts'

beforeAll(() => runMigrations({ connectionString: process.env.DATABASE_URL ?? '' }))

/** A letter's job that a worker took so many minutes ago. */
async function taken(worker: string, minutesAgo: number): Promise<string> {
  const mailId = newId()
  await db.$transaction((tx) => enqueue(tx, 'mail.deliver', { mailId }, { key: mailId }))
  await db.$executeRaw`update graphile_worker._private_jobs set locked_by = ${worker}, locked_at = clock_timestamp() - make_interval(mins => ${minutesAgo}::int)
    where key = ${mailId}`
  return mailId
}

async function holder(key: string): Promise<string | null> {
  const [job] = await db.$queryRaw<{ locked_by: string | null }[]>`select locked_by from graphile_worker.jobs where key = ${key}`
  return job?.locked_by ?? null
}

/** Somebody who works through the queue, as PostgreSQL sees it. */
async function worker(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: asWorker(process.env.DATABASE_URL ?? '') })
  await client.connect()
  return client
}

test('when a worker starts and nobody else works through the queue, whatever is taken was left behind, and is given back at once', async () => {
  const left = await taken('worker-left', 0)
  const other = await worker()
  expect(await releaseLeftJobs(db)).toBe(0)
  await other.end()
  await vi.waitFor(async () => expect(await isWorkerThere(db)).toBe(false))

  expect(await releaseLeftJobs(db)).toBe(1)

  expect(await holder(left)).toBeNull()
})

test('what a worker took and died with is given back after minutes, what is being done stays with who does it', async () => {
  const [dead, busy] = [await taken('worker-dead', 6), await taken('worker-busy', 1)]

  expect(await releaseStuckJobs(db)).toBe(1)

  expect([await holder(dead), await holder(busy)]).toEqual([null, 'worker-busy'])
  expect(await releaseStuckJobs(db)).toBe(0)
})
