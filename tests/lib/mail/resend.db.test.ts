import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Logger, runOnce } from 'graphile-worker'
import { afterAll, expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { resendFailed, resendLetter, resentAtOnce } from '#lib/mail/commands/resend.ts'
import { deliverMail } from '#lib/mail/deliver.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import { ownEntry } from '#lib/submissions/queries.ts'
import { handlers } from '#lib/worker/handlers.ts'
import { invited } from '#tests/factories/staff.ts'
import { sendEntry } from '#tests/factories/submissions.ts'

const data = await mkdtemp(path.join(tmpdir(), 'hob-resend-'))
process.env.DATA_DIR = data
const outbox = path.join(data, 'outbox')
afterAll(() => rm(data, { recursive: true, force: true }))

const admin = await invited('admin')
const noServer = async () => {
  throw new Error('connect ECONNREFUSED 127.0.0.1:25')
}

/** A letter whose last try failed, with its job as the queue leaves it then. */
async function dead(): Promise<string> {
  const values = { url: 'http://localhost:3000/staff/x' }
  const { id } = await db.$transaction((tx) => queueMail(tx, { kind: 'staff-sign-in', to: 'a@example.org', locale: 'en', values }))
  await db.mail.update({ where: { id }, data: { attempts: 11 } })
  await deliverMail(id, { hand: noServer, lastTry: true }).catch(() => {})
  await db.$executeRaw`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'ECONNREFUSED' where key = ${`mail:${id}`}`
  return id
}

async function work(): Promise<void> {
  await runOnce({
    connectionString: process.env.DATABASE_URL ?? '',
    taskList: { 'mail.deliver': handlers['mail.deliver'] },
    logger: new Logger(() => () => {}),
    noHandleSignals: true,
  })
}

async function traces(id: string) {
  const [jobs] = await db.$queryRaw<{ jobs: number }[]>`
    select count(*)::int as jobs from graphile_worker.jobs where key = ${`mail:${id}`} and attempts = 0`
  return { jobs: jobs?.jobs, record: await db.auditEvent.count({ where: { action: 'mail.resent', subjectId: id, actorId: admin.id } }) }
}

async function refusalOf(work: Promise<unknown>): Promise<string | null> {
  return work.then(
    () => null,
    (error: Error) => error.message,
  )
}

test('a letter whose last try failed is dead until somebody sends it again, then it arrives once under its own Message-ID', async () => {
  const id = await dead()
  await work()
  expect(await db.mail.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'failed', attempts: 12 })

  await resendLetter(admin, id)
  expect(await db.mail.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'queued', attempts: 0, lastError: null })
  await work()
  await work()

  expect(await db.mail.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'sent', attempts: 1 })
  expect((await readdir(outbox)).filter((file) => file.startsWith(id))).toEqual([`${id}.json`])
  expect(JSON.parse(await readFile(path.join(outbox, `${id}.json`), 'utf8')).headers['Message-ID']).toBe(`<${id}@localhost>`)
})

test('pressed twice at once, a letter goes back into the queue once', async () => {
  const id = await dead()

  const outcomes = await Promise.all(Array.from({ length: 6 }, () => refusalOf(resendLetter(admin, id))))

  expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1)
  expect(new Set(outcomes.filter((outcome) => outcome !== null))).toEqual(new Set(['mail.not-failed']))
  expect(await traces(id)).toEqual({ jobs: 1, record: 1 })
})

test('a letter that waits, was sent, is unknown or has lost its words is not sent again', async () => {
  const [waiting, emptied] = [await dead(), await dead()]
  await resendLetter(admin, waiting)
  await db.mail.update({ where: { id: emptied }, data: { text: '', html: '' } })

  expect(await refusalOf(resendLetter(admin, waiting))).toBe('mail.not-failed')
  await work()
  expect(await refusalOf(resendLetter(admin, waiting))).toBe('mail.not-failed')
  expect(await refusalOf(resendLetter(admin, newId()))).toBe('mail.unknown')
  expect(await refusalOf(resendLetter(admin, emptied))).toBe('mail.emptied')
  expect(await traces(emptied)).toMatchObject({ record: 0 })
  await db.mail.delete({ where: { id: emptied } })
})

test('all that failed goes back at once, counted, and two presses share the letters', async () => {
  const ids = [await dead(), await dead(), await dead(), await dead()]
  const untouched = await dead()
  await db.mail.update({ where: { id: untouched }, data: { text: '' } })

  const counts = await Promise.all([resendFailed(admin), resendFailed(admin)])

  expect(counts[0] + counts[1]).toBe(4)
  expect(await resendFailed(admin)).toBe(0)
  for (const id of ids) expect(await traces(id)).toEqual({ jobs: 1, record: 1 })
  expect(await db.mail.findUniqueOrThrow({ where: { id: untouched } })).toMatchObject({ state: 'failed' })
  await work()
  expect(await db.mail.count({ where: { id: { in: ids }, state: 'sent' } })).toBe(4)
})

test('one press takes no more than it can do in a moment', async () => {
  const rows = Array.from({ length: resentAtOnce + 3 }, (_, i) => ({
    ...{ id: newId(), kind: 'question', recipient: `many-${i}@example.org`, locale: 'en', subject: 'S', text: 'T', html: 'H' },
    ...{ code: `MANY-${i}`, state: 'failed', attempts: 12, createdAt: new Date() },
  }))
  await db.mail.createMany({ data: rows })
  expect(await resendFailed(admin)).toBe(resentAtOnce)
  expect(await resendFailed(admin)).toBe(3)
})

test('nobody but an admin sends a letter again', async () => {
  const id = await dead()
  for (const role of ['reviewer', 'editor'] as const) {
    const other = await invited(role)
    expect(await refusalOf(resendLetter(other, id))).toBe('staff.forbidden')
    expect(await refusalOf(resendFailed(other))).toBe('staff.forbidden')
  }
  expect(await db.mail.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'failed' })
})

test('somebody whose letters cannot be sent still has their entry page', async () => {
  const { id, entryKey, reference } = await sendEntry()
  await db.mail.updateMany({ where: { submissionId: id }, data: { state: 'failed', attempts: 12, lastError: '550 no such person' } })
  expect(await ownEntry(entryKey)).toMatchObject({ reference, plainStatus: 'received' })
})
