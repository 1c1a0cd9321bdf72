import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { deliverMail } from '#lib/mail/deliver.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import { mailByCode } from '#lib/mail/queries.ts'
import type { Envelope } from '#lib/mail/transport.ts'

const data = await mkdtemp(path.join(tmpdir(), 'hob-mail-'))
process.env.DATA_DIR = data
const outbox = path.join(data, 'outbox')
afterAll(() => rm(data, { recursive: true, force: true }))

const order = { kind: 'staff-sign-in', to: 'person@example.com', locale: 'en', values: { url: 'http://localhost:3000/staff/x' } } as const

function queued(): Promise<{ id: string; code: string }> {
  return db.$transaction((tx) => queueMail(tx, order))
}

async function jobsFor(id: string): Promise<number> {
  const [row] = await db.$queryRaw<{ jobs: number }[]>`select count(*)::int as jobs from graphile_worker.jobs where key = ${`mail:${id}`}`
  return row?.jobs ?? 0
}

/** Stands in for a mail server: fails as often as told, and keeps what it took. */
function server(failures: number) {
  const taken: Envelope[] = []
  const tries: Envelope[] = []
  const hand = async (envelope: Envelope) => {
    tries.push(envelope)
    if (tries.length <= failures) throw new Error('421 come back later')
    taken.push(envelope)
  }
  return { taken, tries, hand }
}

test('a queued letter and the job that sends it exist together', async () => {
  const { id, code } = await queued()

  expect(await db.mail.findUniqueOrThrow({ where: { id } })).toMatchObject({
    kind: 'staff-sign-in',
    recipient: 'person@example.com',
    locale: 'en',
    state: 'queued',
    attempts: 0,
    code,
    sentAt: null,
  })
  expect(await jobsFor(id)).toBe(1)
})

test('a letter of a transaction that was rolled back does not exist, and neither does its job', async () => {
  let made: { id: string } | undefined
  const failing = db.$transaction(async (tx) => {
    made = await queueMail(tx, order)
    throw new Error('the rest went wrong')
  })

  await expect(failing).rejects.toThrow('the rest went wrong')
  if (!made) throw new Error('nothing was queued')
  expect(await db.mail.findUnique({ where: { id: made.id } })).toBeNull()
  expect(await jobsFor(made.id)).toBe(0)
})

test('without a mail server a letter becomes one private file, whole', async () => {
  const { id } = await queued()

  expect(await deliverMail(id)).toBe('sent')

  const mail = await db.mail.findUniqueOrThrow({ where: { id } })
  const file = path.join(outbox, `${id}.json`)
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
    to: 'person@example.com',
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: {
      'Message-ID': `<${id}@localhost>`,
      'Content-Language': 'en',
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
  })
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect((await readdir(outbox)).filter((name) => !name.endsWith('.json'))).toEqual([])
  expect(mail).toMatchObject({ state: 'sent', attempts: 1, lastError: null })
  expect(mail.sentAt).toBeInstanceOf(Date)
})

test('a letter that was sent is not sent again', async () => {
  const { id } = await queued()
  const { hand, tries } = server(0)
  await deliverMail(id, { hand })
  const before = await db.mail.findUniqueOrThrow({ where: { id } })

  expect(await deliverMail(id, { hand })).toBe('nothing-to-do')
  expect(tries).toHaveLength(1)
  expect(await db.mail.findUniqueOrThrow({ where: { id } })).toEqual(before)
})

test('a letter nobody knows is nothing to do', async () => {
  const { hand, tries } = server(0)
  expect(await deliverMail(newId(), { hand })).toBe('nothing-to-do')
  expect(tries).toEqual([])
})

test('a failure keeps the letter queued, says why, counts, and is passed on so that the queue tries again', async () => {
  const { id } = await queued()
  const { hand } = server(2)

  await expect(deliverMail(id, { hand })).rejects.toThrow(/^not sent: later$/)
  await expect(deliverMail(id, { hand })).rejects.toThrow(/^not sent: later$/)

  expect(await db.mail.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: 'queued',
    attempts: 2,
    lastError: '421 come back later',
    sentAt: null,
  })
})

test('a letter that gets through at last forgets its errors', async () => {
  const { id } = await queued()
  const { hand } = server(1)
  await deliverMail(id, { hand }).catch(() => {})

  expect(await deliverMail(id, { hand })).toBe('sent')
  expect(await db.mail.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'sent', attempts: 2, lastError: null })
})

test('the last try marks the letter failed, and a person can still have it sent', async () => {
  const { id } = await queued()
  const { hand } = server(1)

  await expect(deliverMail(id, { hand, lastTry: true })).rejects.toThrow('not sent: later')
  expect(await db.mail.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'failed', attempts: 1, sentAt: null })

  expect(await deliverMail(id, { hand })).toBe('sent')
})

test('every try carries the same Message-ID, which no other letter has', async () => {
  const [one, other] = [await queued(), await queued()]
  const { hand, tries } = server(2)
  for (const id of [one.id, one.id, one.id, other.id]) await deliverMail(id, { hand }).catch(() => {})

  const ids = tries.map((envelope) => envelope.headers['Message-ID'])
  expect(new Set(ids.slice(0, 3)).size).toBe(1)
  expect(ids[3]).not.toBe(ids[0])
})

test('a crash between handing over and noting it leaves one file', async () => {
  const { id } = await queued()
  const before = (await readdir(outbox)).length
  await deliverMail(id)
  await db.mail.update({ where: { id }, data: { state: 'queued', sentAt: null } })

  expect(await deliverMail(id)).toBe('sent')
  expect((await readdir(outbox)).length).toBe(before + 1)
})

test('a folder that cannot be written to keeps the letter queued', async () => {
  const { id } = await queued()
  await rm(outbox, { recursive: true })
  await writeFile(outbox, 'not a folder')

  await expect(deliverMail(id)).rejects.toThrow('not sent: folder')
  expect(await db.mail.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'queued', attempts: 1 })
  await rm(outbox)
})

test('the database refuses an address or a subject that could carry another header', async () => {
  const { id } = await queued()
  const change = (change: { recipient?: string; subject?: string }) => db.mail.update({ where: { id }, data: change })
  await expect(change({ recipient: 'a@example.com\r\nBcc: b@example.com' })).rejects.toThrow(/mail_header/)
  await expect(change({ recipient: 'a@example.com,b@example.com' })).rejects.toThrow(/mail_header/)
  await expect(change({ subject: 'Hello\nBcc: b@example.com' })).rejects.toThrow(/mail_header/)
})

test('a code finds its letter, however it is typed, and no other', async () => {
  const { id, code } = await queued()
  const { createdAt } = await db.mail.findUniqueOrThrow({ where: { id } })
  const found = { sentOn: createdAt, kind: 'staff-sign-in', reference: null }

  expect(await mailByCode(code)).toEqual(found)
  expect(await mailByCode(` ${code.toLowerCase().replaceAll('-', ' ')}.`)).toEqual(found)
  expect(await mailByCode(code.slice(0, -1))).toBeNull()
  expect(await mailByCode(`${code}2`)).toBeNull()
  expect(await mailByCode('2222-2222-2222')).toBeNull()
  expect(await mailByCode('')).toBeNull()
})
