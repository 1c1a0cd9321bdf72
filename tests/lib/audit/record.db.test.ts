import { beforeAll, expect, test } from 'vitest'
import { auditActions } from '#lib/audit/actions.ts'
import { type AuditEntry, record } from '#lib/audit/record.ts'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'

const at = new Date('2025-09-05T12:00:00.123Z')
const staff = newId()

function line(change: Partial<AuditEntry> = {}): AuditEntry {
  return { actor: { kind: 'system' }, action: 'draft.started', subject: { kind: 'draft', id: newId() }, at, ...change }
}

beforeAll(() => db.$transaction((tx) => record(tx, line())))

test('a line says who did what to which thing, when, and the facts of it', async () => {
  const subject = { kind: 'submission', id: newId() } as const
  const entry = line({
    actor: { kind: 'staff', id: staff },
    action: 'submission.found-ineligible',
    subject,
    data: { rule: 'duplicate', version: 2 },
  })

  await db.$transaction((tx) => record(tx, entry))

  const { id, ...kept } = await db.auditEvent.findFirstOrThrow({ where: { subjectId: subject.id } })
  expect(id).toBeTypeOf('bigint')
  expect(kept).toEqual({
    at,
    actorKind: 'staff',
    actorId: staff,
    action: 'submission.found-ineligible',
    subjectKind: 'submission',
    subjectId: subject.id,
    data: { rule: 'duplicate', version: 2 },
  })
})

test('a storyteller leaves no name in the record', async () => {
  const entry = line({ actor: { kind: 'storyteller' } })
  await db.$transaction((tx) => record(tx, entry))

  expect(await db.auditEvent.findFirstOrThrow({ where: { subjectId: entry.subject.id } })).toMatchObject({
    actorKind: 'storyteller',
    actorId: null,
    data: {},
  })
})

test('a line of something that did not happen does not exist', async () => {
  const entry = line()
  const failing = db.$transaction(async (tx) => {
    await record(tx, entry)
    throw new Error('it did not happen')
  })

  await expect(failing).rejects.toThrow('it did not happen')
  expect(await db.auditEvent.count({ where: { subjectId: entry.subject.id } })).toBe(0)
})

test.each([
  ['update', 'update audit_event set action = $$draft.gone$$'],
  ['update of no line', 'update audit_event set action = $$draft.gone$$ where false'],
  ['delete', 'delete from audit_event'],
  ['truncate', 'truncate audit_event'],
  ['truncate with all that hangs on it', 'truncate audit_event cascade'],
])('the database refuses this: %s', async (_, statement) => {
  const before = await db.auditEvent.findMany({ orderBy: { id: 'asc' } })
  expect(before.length).toBeGreaterThan(0)

  await expect(db.$executeRawUnsafe(statement)).rejects.toThrow(/append-only/)
  expect(await db.auditEvent.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
})

test('the client cannot change or delete a line either', async () => {
  const before = await db.auditEvent.findFirstOrThrow()

  await expect(db.auditEvent.update({ where: { id: before.id }, data: { data: { changed: true } } })).rejects.toThrow()
  await expect(db.auditEvent.deleteMany({ where: { id: before.id } })).rejects.toThrow()

  expect(await db.auditEvent.findUnique({ where: { id: before.id } })).toEqual(before)
})

test('the database refuses a line of staff without a person, and a word that is no action', async () => {
  const row = { at, actorKind: 'system', action: 'draft.started', subjectKind: 'draft', subjectId: 'x' }
  await expect(db.auditEvent.create({ data: { ...row, actorKind: 'staff' } })).rejects.toThrow(/audit_event_actor/)
  await expect(db.auditEvent.create({ data: { ...row, actorKind: 'visitor' } })).rejects.toThrow(/audit_event_actor/)
  await expect(db.auditEvent.create({ data: { ...row, action: 'Draft started' } })).rejects.toThrow(/audit_event_action/)
})

test('every action has the form of the database', async () => {
  expect(auditActions.filter((action) => !/^[a-z-]+\.[a-z-]+$/.test(action))).toEqual([])
  expect(new Set(auditActions).size).toBe(auditActions.length)
})
