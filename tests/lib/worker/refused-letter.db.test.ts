import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { eraseEntry } from '#lib/submissions/commands/erase.ts'
import { sendEntry } from '#tests/factories/submissions.ts'
import { smtpSink } from '#tests/fakes/smtp-sink.ts'
import { placesWith } from '#tests/support/places.ts'

const sink = await smtpSink()
const data = await mkdtemp(path.join(tmpdir(), 'hob-refused-'))
const address = 'ana.refused@example.org'
const refusal = `550 5.1.1 <${address}>: no such person`

let said = ''
const worker = spawn(process.execPath, ['--conditions=react-server', 'lib/worker/main.ts'], {
  cwd: fileURLToPath(new URL('../../..', import.meta.url)),
  env: { ...process.env, DATA_DIR: data, SMTP_URL: sink.url },
  stdio: ['ignore', 'ignore', 'pipe'],
})
worker.stderr.on('data', (chunk: Buffer) => {
  said += chunk.toString()
})
afterAll(async () => {
  if (worker.exitCode === null && worker.kill('SIGKILL')) await once(worker, 'exit')
  await sink.close()
  await rm(data, { recursive: true, force: true })
})

async function until(happened: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 15_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 25)))
    if (await happened()) return
  throw new Error(`it did not happen within fifteen seconds: ${said}`)
}

test('an address a mail server refuses is in no log and with no job, and after erasing it is nowhere', async () => {
  await until(async () => said.includes('worker.ready'))
  sink.failOnce('RCPT', refusal)
  const { id, entryKey } = await sendEntry({ you: { email: address } })
  const receipt = await db.mail.findFirstOrThrow({ where: { submissionId: id, kind: 'receipt' } })
  const [key, where] = [`mail:${receipt.id}`, { id: receipt.id }]
  const lastErrors = () => db.$queryRaw<{ last_error: string | null }[]>`select last_error from graphile_worker.jobs where key = ${key}`
  await until(async () => (await lastErrors()).some(({ last_error }) => last_error !== null))

  expect(await lastErrors()).toEqual([{ last_error: expect.stringMatching(/^not sent: address/) }])
  expect(await db.mail.findUnique({ where })).toMatchObject({ state: 'queued', lastError: expect.stringContaining(address) })

  sink.failOnce('RCPT', refusal)
  await db.$executeRaw`update graphile_worker._private_jobs set attempts = max_attempts - 1, run_at = now() where key = ${key}`
  await until(async () => said.includes('worker.job'))
  expect(await db.mail.findUnique({ where })).toMatchObject({ state: 'failed' })

  await eraseEntry(entryKey)
  expect(await lastErrors()).toEqual([])
  await until(async () => (await db.mail.count({ where: { submissionId: id, kind: 'erased', state: 'sent' } })) === 1)
  const underWay = () => db.$queryRaw<unknown[]>`select from graphile_worker.jobs where task_identifier like 'mail.%'`
  await until(async () => (await underWay()).length === 0)
  expect(await placesWith([address])).toEqual([])
  expect(said).toContain('worker.tries-again')
  expect(said).not.toContain(address)
}, 60_000)
