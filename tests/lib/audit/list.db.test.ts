import { beforeAll, expect, test } from 'vitest'
import { auditAddress, readAuditFilters, readAuditPlace } from '#lib/audit/filters.ts'
import { auditPage } from '#lib/audit/list.ts'
import { record } from '#lib/audit/record.ts'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { invited } from '#tests/factories/staff.ts'
import { sendEntry } from '#tests/factories/submissions.ts'
import { countQueries } from '#tests/support/queries.ts'

let admin: StaffActor
let sent: Awaited<ReturnType<typeof sendEntry>>

beforeAll(async () => {
  ;[admin, sent] = [await invited('admin'), await sendEntry()]
  for (let day = 1; day <= 120; day += 1) {
    const at = new Date(Date.UTC(2025, 8, 1 + (day % 20), 12, 0, day))
    const actor = day % 3 === 0 ? admin : ({ kind: 'system' } as const)
    const line = { actor, action: day % 2 ? 'draft.warned' : 'mail.resent', subject: { kind: 'mail', id: newId() }, at } as const
    await db.$transaction((tx) => record(tx, line))
  }
})

const query = (address: string) => Object.fromEntries(new URL(address, 'http://localhost').searchParams)
const page = (asked: Record<string, string>) => auditPage(admin, readAuditFilters(asked), readAuditPlace(asked))

test('walking the record shows every line once, newest first, and the same way back', async () => {
  const all = await db.auditEvent.findMany({ orderBy: [{ at: 'desc' }, { id: 'desc' }], select: { id: true } })
  const filters = readAuditFilters({})
  let seen = await page({})
  const walked = [...seen.lines]
  while (seen.older !== null) {
    seen = await page(query(auditAddress(filters, { older: seen.older })))
    walked.push(...seen.lines)
  }
  const back = [...seen.lines]
  while (seen.newer !== null) {
    seen = await page(query(auditAddress(filters, { newer: seen.newer })))
    back.unshift(...seen.lines)
  }

  expect(walked.map(({ id }) => id)).toEqual(all.map(({ id }) => id))
  expect(back.map(({ id }) => id)).toEqual(walked.map(({ id }) => id))
})

test('each filter keeps what fits: who, what, about what, and when', async () => {
  const count = async (asked: Record<string, string>) => (await page(asked)).lines.length

  expect(await count({ who: admin.id })).toBe(40)
  expect(await count({ who: 'storyteller', action: 'submission.received' })).toBe(1)
  expect(await count({ subject: sent.reference.toLowerCase() })).toBeGreaterThan(0)
  expect(await count({ subject: sent.id })).toBeGreaterThan(0)
  expect(await count({ subject: 'nothing' })).toBe(0)
  expect(await count({ who: admin.id, from: '2025-09-03', to: '2025-09-03' })).toBe(2)
  expect(await count({ from: '2025-02-31', action: 'mail.resent' })).toBe(50)
  expect((await page({ subject: sent.reference })).lines.every(({ reference }) => reference === sent.reference)).toBe(true)
})

test('what no database can look for is looked for as far as it can be, or not at all', async () => {
  const count = async (asked: Record<string, string>) => (await page(asked)).lines.length

  expect(await count({ subject: `${sent.id}\0` })).toBeGreaterThan(0)
  for (const day of ['0000-01-01', '9999-12-31']) expect(await count({ to: day })).toBe(50)
})

test('a page is one query, whatever it holds, and only admins get one', async () => {
  expect(await countQueries(() => page({}))).toBe(1)
  expect(await countQueries(() => page({ subject: sent.reference }))).toBe(1)
  for (const role of ['reviewer', 'editor'] as const)
    await expect(auditPage(await invited(role), readAuditFilters({}), null)).rejects.toThrow('staff.forbidden')
})
