import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import { enqueue } from '#lib/queue/enqueue.ts'
import { isWorkerThere } from '#lib/queue/workers.ts'
import { clockwork } from '#lib/worker/clockwork.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const data = await mkdtemp(path.join(tmpdir(), 'hob-worker-'))
const outbox = path.join(data, 'outbox')
let worker: ChildProcess

/** The worker as `npm start` runs it, on the database of this file. */
async function startWorker(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--conditions=react-server', 'lib/worker/main.ts'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: data, SMTP_URL: '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('worker.ready')) resolve()
    })
    child.once('exit', () => reject(new Error(`the worker did not start: ${said}`)))
  })
  return child
}

beforeAll(async () => {
  worker = await startWorker()
})
afterAll(async () => {
  if (worker.exitCode === null && worker.kill('SIGKILL')) await once(worker, 'exit')
  await rm(data, { recursive: true, force: true })
})

function queued(to: string): Promise<{ id: string }> {
  const values = { url: 'http://localhost:3000/staff/x' }
  return db.$transaction((tx) => queueMail(tx, { kind: 'staff-sign-in', to, locale: 'en', values }))
}

async function until(happened: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 25)))
    if (await happened()) return
  throw new Error('it did not happen within ten seconds')
}

async function isSent(id: string): Promise<boolean> {
  return (await db.mail.findUnique({ where: { id } }))?.state === 'sent'
}

async function isClockDone(): Promise<boolean> {
  return (await db.$queryRaw<unknown[]>`select 1 from graphile_worker.jobs where queue_name = 'clock'`).length === 0
}

async function letterTo(id: string): Promise<string> {
  return (JSON.parse(await readFile(path.join(outbox, `${id}.json`), 'utf8')) as { to: string }).to
}

test('the database knows that a worker is there', async () => {
  expect(await isWorkerThere(db)).toBe(true)
})

test('the worker delivers a letter that was queued while it runs', async () => {
  const { id } = await queued('first@example.com')
  await until(() => isSent(id))
  expect(await letterTo(id)).toBe('first@example.com')
})

test('a second job for a letter that was sent changes nothing', async () => {
  const { id } = await queued('second@example.com')
  await until(() => isSent(id))
  const [before, files] = [await db.mail.findUniqueOrThrow({ where: { id } }), (await readdir(outbox)).length]

  await db.$transaction((tx) => enqueue(tx, 'mail.deliver', { mailId: id }))
  const { id: later } = await queued('third@example.com')
  await until(() => isSent(later))

  expect(await db.mail.findUniqueOrThrow({ where: { id } })).toEqual(before)
  expect((await readdir(outbox)).length).toBe(files + 1)
})

test('a job that makes no sense fails by itself and stops nothing', async () => {
  await db.$executeRaw`select graphile_worker.add_job('mail.deliver', '{"mailId":"not an id"}'::json, max_attempts := 1, job_key := 'senseless')`
  await db.$transaction((tx) => enqueue(tx, 'mail.deliver', { mailId: newId() }))

  const { id } = await queued('fourth@example.com')
  await until(() => isSent(id))
  expect(worker.exitCode).toBeNull()
})

test('a job for later waits for its time', async () => {
  const runAt = new Date(Date.now() + 3_600_000)
  const id = await db.$transaction(async (tx) => {
    const values = { url: 'http://localhost:3000/staff/x' }
    const mail = await queueMail(tx, { kind: 'staff-sign-in', to: 'later@example.com', locale: 'en', values })
    await enqueue(tx, 'mail.deliver', { mailId: mail.id }, { key: `mail:${mail.id}`, runAt })
    return mail.id
  })
  const { id: next } = await queued('next@example.com')
  await until(() => isSent(next))

  expect(await isSent(id)).toBe(false)
  expect(await db.$queryRaw`select run_at from graphile_worker.jobs where key = ${`mail:${id}`}`).toEqual([{ run_at: runAt }])
})

test('a worker that is killed loses no letter: the next one sends it', async () => {
  const gone = once(worker, 'exit')
  worker.kill('SIGKILL')
  await gone
  const { id } = await queued('after@example.com')
  expect(await isSent(id)).toBe(false)

  worker = await startWorker()

  await until(() => isSent(id))
  expect(await letterTo(id)).toBe('after@example.com')
})

test('the worker keeps the clock: it knows when to ask, and does what the clock asks for', async () => {
  const known = await db.$queryRaw<{ identifier: string }[]>`select identifier from graphile_worker._private_known_crontabs order by 1`
  expect(known.map(({ identifier }) => identifier)).toEqual(Object.keys(clockwork).sort())

  const told = () => db.auditEvent.count({ where: { action: 'retention.applied', actorKind: 'system' } })
  expect(await told()).toBe(0)
  for (const name of Object.keys(clockwork) as (keyof typeof clockwork)[]) await db.$transaction((tx) => enqueue(tx, name, {}))
  await until(async () => (await told()) === 1)
  await until(isClockDone)
})

test('jobs of one queue follow each other, and do not wait to be looked for', async () => {
  await db.$transaction(async (tx) => {
    for (let job = 0; job < 60; job++) await enqueue(tx, 'awards.remind-claims', {})
  })
  await until(isClockDone)
})

test('a worker that is asked to stop stops within a moment', async () => {
  const gone = once(worker, 'exit')
  worker.kill('SIGTERM')
  expect(await gone).toEqual([0, null])
})

test('a worker whose starter is gone before it is ready stops as well', { timeout: 30_000 }, async () => {
  const child = spawn(process.execPath, ['--conditions=react-server', 'lib/worker/main.ts'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: data, SMTP_URL: '' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const gone = once(child, 'exit')
  child.disconnect()

  expect(await Promise.race([gone, pause(20_000, 'still there')])).toEqual([0, null])
})
