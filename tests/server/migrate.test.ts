import { cp, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { migrate } from '#server/migrate.ts'
import { ensurePostgres, type Postgres } from '#server/postgres.ts'
import type { Context } from '#server/program.ts'
import { seedOnce } from '#server/seed.ts'
import { fast, throwawayFolder } from './throwaway.ts'

let server: Postgres
beforeAll(async () => {
  server = await ensurePostgres({ dataDir: path.resolve('.data-test/server'), database: 'admin', settings: fast })
})
afterAll(() => server.leave())

async function emptyDatabase(): Promise<pg.Client> {
  const name = `migrate_${Math.random().toString(36).slice(2)}`
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  await admin.query(`create database ${name}`)
  const client = new pg.Client({ connectionString: addressOf(name) })
  await client.connect()
  onTestFinished(async () => {
    await client.end()
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  })
  return client
}

function addressOf(name: string): string {
  return server.url.replace('/admin', `/${name}`)
}

async function migrations(files: Record<string, string>): Promise<string> {
  const folder = throwawayFolder()
  for (const [name, sql] of Object.entries(files)) await addMigration(folder, name, sql)
  return folder
}

async function addMigration(folder: string, name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true })
  await writeFile(path.join(folder, name, 'migration.sql'), sql)
}

const quiet = () => {}

test('migrations are applied once, in the order of their names', async () => {
  const client = await emptyDatabase()
  const folder = await migrations({ '2_more': 'insert into film values (2)', '1_tables': 'create table film (id int)' })
  const url = addressOf(client.database ?? '')

  expect(await migrate(url, quiet, folder)).toEqual(['1_tables', '2_more'])
  expect(await migrate(url, quiet, folder)).toEqual([])
  expect((await client.query('select id from film')).rows).toEqual([{ id: 2 }])
})

test('five starts at the same moment apply each migration once', async () => {
  const client = await emptyDatabase()
  const folder = await migrations({ '1_tables': 'create table film (id int); insert into film values (1); select pg_sleep(0.1)' })

  const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(addressOf(client.database ?? ''), quiet, folder)))

  expect(applied.flat()).toEqual(['1_tables'])
  expect((await client.query('select id from film')).rows).toEqual([{ id: 1 }])
})

/** An address under which every statement ends after 200 ms, and somebody who holds this lock for longer. */
async function whileLocked(lock: number): Promise<string> {
  const client = await emptyDatabase()
  await client.query('select pg_advisory_lock($1)', [lock])
  setTimeout(() => void client.query('select pg_advisory_unlock($1)', [lock]), 600)
  return `${addressOf(client.database ?? '')}&options=-c%20statement_timeout%3D200`
}

test('a start waits for another one that migrates, however soon statements end for its role', async () => {
  const folder = await migrations({ '1_tables': 'create table film (id int)' })

  expect(await migrate(await whileLocked(72707369), quiet, folder)).toEqual(['1_tables'])
})

test('a start waits for another one that seeds, however soon statements end for its role', async () => {
  const context = { root: process.cwd(), env: { DATABASE_URL: await whileLocked(804621) }, signal: AbortSignal.abort() }

  await expect(seedOnce(context as unknown as Context)).rejects.toThrow('aborted')
})

test('a migration edited after it was applied is refused by name', async () => {
  const client = await emptyDatabase()
  const folder = await migrations({ '1_tables': 'create table film (id int)' })
  const url = addressOf(client.database ?? '')
  await migrate(url, quiet, folder)
  const edited = throwawayFolder()
  await cp(folder, edited, { recursive: true })
  await addMigration(edited, '1_tables', 'create table film (id bigint)')

  await expect(migrate(url, quiet, edited)).rejects.toThrow(/^Migration 1_tables was edited after it was applied/)
  await expect(migrate(url, quiet, folder)).resolves.toEqual([])
})

test('a migration that fails leaves nothing and is applied when it is mended', async () => {
  const client = await emptyDatabase()
  const folder = await migrations({ '1_tables': 'create table film (id int); insert into film values (1); insert into flim values (1)' })
  const url = addressOf(client.database ?? '')

  await expect(migrate(url, quiet, folder)).rejects.toThrow(
    'Migration 1_tables could not be applied, and nothing of it was: relation "flim" does not exist.',
  )
  expect((await client.query(`select to_regclass('film') as film`)).rows).toEqual([{ film: null }])

  await addMigration(folder, '1_tables', 'create table film (id int)')
  expect(await migrate(url, quiet, folder)).toEqual(['1_tables'])
})

test('a migration and its record stand or fall together', async () => {
  const client = await emptyDatabase()
  const folder = await migrations({ '1_tables': 'create table film (id int); drop table _prisma_migrations' })

  await expect(migrate(addressOf(client.database ?? ''), quiet, folder)).rejects.toThrow(/^Migration 1_tables could not be applied/)
  expect((await client.query(`select to_regclass('film') as film`)).rows).toEqual([{ film: null }])
})

test("a migration that failed under Prisma's own command is refused until it is resolved", async () => {
  const client = await emptyDatabase()
  const folder = await migrations({ '1_tables': 'create table film (id int)' })
  const url = addressOf(client.database ?? '')
  await migrate(url, quiet, folder)
  await client.query('update _prisma_migrations set finished_at = null')

  await expect(migrate(url, quiet, folder)).rejects.toThrow(/^Migration 1_tables failed earlier/)
})
