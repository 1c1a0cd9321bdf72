import { beforeAll, expect, test } from 'vitest'
import { record } from '#lib/audit/record.ts'
import { verifyChain, verifyRecord } from '#lib/audit/verify.ts'
import { connect, db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { invited } from '#tests/factories/staff.ts'
import { sendEntry } from '#tests/factories/submissions.ts'

const at = new Date('2025-09-05T12:00:00.123Z')

function write(id = newId(), database = db): Promise<void> {
  return database.$transaction((tx) =>
    record(tx, { actor: { kind: 'system' }, action: 'draft.started', subject: { kind: 'draft', id }, at }),
  )
}

/** What somebody with all rights over the database could do: no trigger sees it. The chain is put back as it was afterwards. */
async function tampered<T>(statement: string, look: () => Promise<T>): Promise<T> {
  await db.$executeRawUnsafe('drop table if exists kept_event, kept_link')
  await db.$executeRawUnsafe('create table kept_event as table audit_event')
  await db.$executeRawUnsafe('create table kept_link as table audit_link')
  const past = async (...statements: string[]) =>
    db.$transaction([
      db.$executeRawUnsafe('set local session_replication_role = replica'),
      ...statements.map((one) => db.$executeRawUnsafe(one)),
    ])
  await past(statement)
  try {
    return await look()
  } finally {
    await past(
      ...['delete from audit_event', 'delete from audit_link'],
      ...['insert into audit_event select * from kept_event', 'insert into audit_link select * from kept_link'],
    )
  }
}

/** The chain with the most links: the one of the connection that wrote first. */
let lane = 0
beforeAll(async () => {
  for (let lines = 0; lines < 8; lines += 1) await write()
  lane = (await db.auditLink.findFirstOrThrow({ where: { seq: 8 } })).lane
})

function link(seq: number) {
  return db.auditLink.findUniqueOrThrow({ where: { lane_seq: { lane, seq } } })
}

test('every line is hung on a chain in the moment it is kept, and the chains hold', async () => {
  await sendEntry()
  const lines = await db.auditEvent.count()

  const { links, head, broken } = await verifyChain()

  expect(broken).toBeNull()
  expect(links).toBe(BigInt(lines))
  expect(head).toMatch(/^[0-9a-f]{64}$/)
  await write()
  expect((await verifyChain()).head).not.toBe(head)
})

test('what did not happen leaves no link', async () => {
  const before = await db.auditLink.count()
  const failing = db.$transaction(async (tx) => {
    await record(tx, { actor: { kind: 'system' }, action: 'draft.started', subject: { kind: 'draft', id: newId() }, at })
    throw new Error('it did not happen')
  })

  await expect(failing).rejects.toThrow('it did not happen')
  expect(await db.auditLink.count()).toBe(before)
})

test('fifty transactions at once, on more connections than there are chains, leave every chain unbroken', async () => {
  const crowd = connect(process.env.DATABASE_URL ?? '', 34)
  const before = await verifyChain()
  await Promise.all(Array.from({ length: 34 }, () => crowd.$queryRaw`select pg_sleep(0.05)::text`))

  await Promise.all(Array.from({ length: 50 }, () => write(newId(), crowd)))

  await crowd.$disconnect()
  expect(await verifyChain()).toMatchObject({ links: before.links + 50n, broken: null })
  const shared = await db.auditLink.groupBy({ by: ['lane'], _count: true })
  expect(shared.length).toBeGreaterThan(1)
})

test('one line that was edited is named, whichever part of it', async () => {
  const [{ eventId, seq }, all] = [await link(4), await db.auditLink.count()]
  const edits = [
    "action = 'draft.warned'",
    "at = at + interval '1 millisecond'",
    `data = '{"a":1}'`,
    "subject_id = 'x'",
    "subject_kind = 'mail'",
    "actor_kind = 'storyteller'",
    'actor_id = gen_random_uuid()',
  ]
  for (const edit of edits) {
    const seen = await tampered(`update audit_event set ${edit} where id = ${eventId}`, verifyChain)

    expect([edit, seen.broken]).toEqual([edit, { kind: 'edited', lane, seq, eventId }])
    expect(seen.links).toBeLessThan(all)
  }
  expect((await verifyChain()).broken).toBeNull()
})

test('a line taken away, a link taken away, a line put in and a link that was made up are each named', async () => {
  const [third, fifth] = [await link(3), await link(5)]
  const last = await db.auditLink.findFirstOrThrow({ where: { lane }, orderBy: { seq: 'desc' } })

  expect((await tampered(`delete from audit_event where id = ${third.eventId}`, verifyChain)).broken).toEqual({
    kind: 'deleted',
    lane,
    seq: 3n,
    eventId: third.eventId,
  })
  expect((await tampered(`delete from audit_link where lane = ${lane} and seq = 5`, verifyChain)).broken).toMatchObject({
    kind: 'gap',
    lane,
    seq: 6n,
  })
  expect((await tampered(`delete from audit_link where lane = ${lane} and seq = ${last.seq}`, verifyChain)).broken).toEqual({
    kind: 'unlinked',
    lane: null,
    seq: null,
    eventId: last.eventId,
  })
  const inserted = `insert into audit_event (at, actor_kind, action, subject_kind, subject_id) values (now(), 'system', 'draft.started', 'draft', 'x')`
  expect((await tampered(inserted, verifyChain)).broken).toMatchObject({ kind: 'unlinked' })
  const forged = `update audit_link set hash = encode(sha256('x'), 'hex') where lane = ${lane} and seq = 5`
  expect((await tampered(forged, verifyChain)).broken).toEqual({ kind: 'edited', lane, seq: 5n, eventId: fifth.eventId })
})

test('editing a line together with its own link is seen at the next one', async () => {
  const edit = `with changed as (update audit_event e set data = '{"a":1}' from audit_link l where l.lane = ${lane} and l.seq = 4 and e.id = l.event_id returning e.*)
    update audit_link l set hash = audit_hash(l.previous_hash, c) from changed c where l.event_id = c.id`

  // The new row as the update leaves it: the link is worked out from the changed line.
  const seen = await tampered(edit, verifyChain)

  expect(seen.broken).toMatchObject({ kind: 'forged', lane, seq: 5n })
})

test('the database refuses to change or delete a link', async () => {
  for (const statement of ['update audit_link set hash = hash', 'delete from audit_link', 'truncate audit_link'])
    await expect(db.$executeRawUnsafe(statement)).rejects.toThrow(/append-only/)
})

test('verifying is itself recorded, with what it found, and an editor cannot', async () => {
  const admin = await invited('admin')

  const { id, links, head } = await verifyRecord(admin)

  expect(await db.auditEvent.findUniqueOrThrow({ where: { id } })).toMatchObject({
    action: 'audit.verified',
    actorId: admin.id,
    data: { links: Number(links), head, broken: null },
  })
  expect((await verifyChain()).links).toBe(links + 1n)
  await expect(verifyRecord(await invited('editor'))).rejects.toThrow('staff.forbidden')
  await expect(verifyRecord(await invited('reviewer'))).rejects.toThrow('staff.forbidden')
})
