import { expect, test } from 'vitest'
import { connect, db } from '#lib/foundation/db.ts'
import { env } from '#lib/foundation/env.ts'
import { allow, type Limit } from '#lib/limits/allow.ts'

const perDay = 86_400

/** A limit of its own for each test; a window of a day, which ends during a test once in a blue moon. */
function limit(name: string, times: number, seconds = perDay): Limit {
  return { name, times, seconds }
}

test('of sixty who ask at once exactly as many are allowed as the limit says', async () => {
  const databases = Array.from({ length: 3 }, () => connect(env().DATABASE_URL ?? '', 10))
  const asked = Array.from({ length: 60 }, (_, index) => allow(databases[index % 3] ?? db, limit('at-once', 25), 'one network'))

  const permits = await Promise.all(asked)

  expect(permits.filter((permit) => permit.allowed)).toHaveLength(25)
  await Promise.all(databases.map((database) => database.$disconnect()))
})

test('who is refused learns how many seconds to wait', async () => {
  const one = limit('wait', 1)
  await allow(db, one, 'a')

  const permit = await allow(db, one, 'a')

  if (permit.allowed) throw new Error('allowed twice')
  expect(Number.isInteger(permit.retryAfter)).toBe(true)
  expect(permit.retryAfter).toBeGreaterThanOrEqual(1)
  expect(permit.retryAfter).toBeLessThanOrEqual(perDay)
})

test('one person or one kind of form does not use up the permits of another', async () => {
  const one = limit('apart', 1)
  await allow(db, one, 'a')

  expect(await allow(db, one, 'a')).toMatchObject({ allowed: false })
  expect(await allow(db, one, 'b')).toEqual({ allowed: true })
  expect(await allow(db, limit('apart-too', 1), 'a')).toEqual({ allowed: true })
})

test('permits come back when their time is over', async () => {
  const short = limit('short', 2, 1)
  for (let index = 0; index < 5; index += 1) await allow(db, short, 'a')
  await new Promise((resolve) => setTimeout(resolve, 2_100))

  expect(await allow(db, short, 'a')).toEqual({ allowed: true })
})

test('a permit taken in a transaction that fails was not taken', async () => {
  const one = limit('rolled-back', 1)
  const failing = db.$transaction(async (tx) => {
    await allow(tx, one, 'a')
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')

  expect(await allow(db, one, 'a')).toEqual({ allowed: true })
})

test('an address is kept as a fingerprint only', async () => {
  await allow(db, limit('private', 5), '203.0.113.77')

  const rows = await db.rateLimit.findMany({ where: { key: { startsWith: 'private:' } } })
  expect(rows).toHaveLength(1)
  expect(rows[0]?.key).toMatch(/^private:[A-Za-z0-9_-]{22}$/)
  expect(JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain('203.0.113')
})
