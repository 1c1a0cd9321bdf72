import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { GET } from '#app/api/health/route.ts'
import { asWorker } from '#lib/queue/workers.ts'

const health = async () => (await (await GET()).json()) as Record<string, unknown>

test('the health tells whether somebody works through the queue', async () => {
  expect(await health()).toMatchObject({ status: 'ok', database: 'ok', worker: 'away' })
  const worker = new pg.Client({ connectionString: asWorker(process.env.DATABASE_URL ?? '') })
  await worker.connect()
  await vi.waitFor(async () => expect(await health()).toMatchObject({ status: 'ok', worker: 'ok' }))
  await worker.end()
  await vi.waitFor(async () => expect(await health()).toMatchObject({ status: 'ok', worker: 'away' }))
})
