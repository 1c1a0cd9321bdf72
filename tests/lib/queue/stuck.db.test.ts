import { runMigrations } from 'graphile-worker'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { enqueue } from '#lib/queue/enqueue.ts'
import { releaseStuckJobs } from '#lib/queue/stuck.ts'

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

test('what a worker took and died with is given back after minutes, what is being done stays with who does it', async () => {
  const [dead, busy] = [await taken('worker-dead', 6), await taken('worker-busy', 1)]

  expect(await releaseStuckJobs(db)).toBe(1)

  expect([await holder(dead), await holder(busy)]).toEqual([null, 'worker-busy'])
  expect(await releaseStuckJobs(db)).toBe(0)
})
