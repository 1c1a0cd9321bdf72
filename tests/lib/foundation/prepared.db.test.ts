import { expect, test, vi } from 'vitest'
import { connect, type Database } from '#lib/foundation/db.ts'
import { env } from '#lib/foundation/env.ts'

/** What one connection holds prepared after a marked statement, twice with different values, and one without the mark. */
async function preparedOn(database: Database): Promise<string[]> {
  for (const word of ['one', 'two']) expect(await database.$queryRaw`/* prepared */ select ${word}::text as word`).toEqual([{ word }])
  await database.$queryRaw`select ${'three'}::text as word`
  const rows = await database.$queryRaw<
    { statement: string }[]
  >`select statement from pg_prepared_statements where statement like '%as word'`
  await database.$disconnect()
  return rows.map(({ statement }) => statement)
}

test('a statement that says so is prepared once for all its values, and no other is', async () => {
  expect(await preparedOn(connect(env().DATABASE_URL ?? '', 1))).toEqual(['/* prepared */ select $1::text as word'])
})

test('where a pooler may lend another connection, nothing is prepared', async () => {
  expect(await preparedOn(connect(env().DATABASE_URL ?? '', 1, false))).toEqual([])
})

test.each([
  ['no way past one is named', '', 1],
  ['the way past one is the same', process.env.DATABASE_URL ?? '', 1],
  ['the way past one is another', `${process.env.DATABASE_URL}?application_name=past`, 0],
])('a site prepares statements where it knows of no pooler: %s', async (_, direct, statements) => {
  vi.stubEnv('DATABASE_DIRECT_URL', direct)
  vi.resetModules() // what a process has read once
  Reflect.deleteProperty(globalThis, 'hobDatabase')
  const { db } = await import('#lib/foundation/db.ts')

  expect(await preparedOn(db)).toHaveLength(statements)
})
