import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { requireDatabase } from '#server/database.ts'
import { ensurePostgres, type Postgres } from '#server/postgres.ts'
import { serverAccount } from '#server/postgres-home.ts'
import { watchPostgres } from '#server/postgres-watch.ts'
import { fast, folderOpenToAll, throwawayFolder } from './throwaway.ts'

// One durable server for the whole file: making one takes a second or more.
let server: Postgres
let dataDir: string
beforeAll(async () => {
  dataDir = folderOpenToAll()
  server = await ensurePostgres({ dataDir, database: 'films' })
})
afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true })
})

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

async function killServer(): Promise<void> {
  process.kill(Number.parseInt(await readFile(path.join(dataDir, 'pg18/data/postmaster.pid'), 'utf8'), 10), 'SIGKILL')
}

test('rows that were acknowledged survive kill -9 of the server', async () => {
  await ask(server.url, 'create table film (id int)')
  await ask(server.url, 'insert into film select generate_series(1, 500)')

  await killServer()
  const again = await ensurePostgres({ dataDir, database: 'films' })

  expect(again.url).toBe(server.url)
  expect(await ask(again.url, 'select count(*)::int, max(id) from film')).toEqual([{ count: 500, max: 500 }])
})

test('a watched server is back by itself after kill -9', async () => {
  const watch = watchPostgres(
    { dataDir, database: 'films' },
    server,
    () => {},
    () => {},
  )
  onTestFinished(() => watch.stop())
  await pause(200)

  await killServer()

  await expect.poll(() => ask(server.url, 'select 1 as one').catch(() => 'away'), { timeout: 10_000 }).toEqual([{ one: 1 }])
})

test('everyone who comes later joins the same server, and it is durable', async () => {
  const others = await Promise.all([1, 2, 3].map(() => ensurePostgres({ dataDir, database: 'films' })))

  expect(others.map(({ url }) => url)).toEqual([server.url, server.url, server.url])
  const sql = `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'max_connections') order by name`
  expect(await ask(server.url, sql)).toEqual([
    { name: 'fsync', setting: 'on' },
    { name: 'max_connections', setting: '100' },
    { name: 'synchronous_commit', setting: 'on' },
  ])
})

test('two who find nothing make one server between them', async () => {
  const empty = throwawayFolder()

  const [one, other] = await Promise.all([1, 2].map(() => ensurePostgres({ dataDir: empty, database: 'films', settings: fast })))
  onTestFinished(() => one?.stop())

  expect(one?.url).toBe(other?.url)
  expect((await stat(path.join(empty, 'pg18/server.json'))).mode & 0o777).toBe(0o600)
})

test('a server somebody else is using is left running', async () => {
  const user = new pg.Client({ connectionString: server.url })
  await user.connect()

  await server.leave()
  expect((await user.query('select 1 as one')).rows).toEqual([{ one: 1 }])

  await user.end()
  await expect
    .poll(() => ask(server.url, `select count(*)::int from pg_stat_activity where backend_type = 'client backend'`))
    .toEqual([{ count: 1 }])
  await server.leave()
  await expect(ask(server.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)

  await ensurePostgres({ dataDir, database: 'films' })
})

test('a lock file whose process number a stranger has now does not keep the server from starting', async () => {
  const stranger = spawn('sleep', ['60'], { ...(await serverAccount()) }) // of the same account: PostgreSQL overlooks any other
  onTestFinished(() => {
    stranger.kill()
  })
  await killServer()
  const file = path.join(dataDir, 'pg18/data/postmaster.pid')
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^\d+/, String(stranger.pid)))

  await expect(ensurePostgres({ dataDir, database: 'films' })).resolves.toMatchObject({ url: expect.stringMatching(/^postgresql:/) })
})

test('an unknown host, a wrong password and a missing database are told apart, and no password is shown', async () => {
  const { host } = new URL(server.url)
  const wrong = Object.assign(new URL(server.url), { password: 'hush' })
  const missing = Object.assign(new URL(server.url), { pathname: '/nothing' })

  await expect(requireDatabase(server.url)).resolves.toBeUndefined()
  await expect(requireDatabase('postgresql://u:hush@nowhere.invalid/x')).rejects.toThrow(
    /^The database host nowhere\.invalid is not known\. Check DATABASE_URL\.$/,
  )
  await expect(requireDatabase(wrong.href)).rejects.toThrow(
    `The database at ${host} does not let humans in. Check the user and password in DATABASE_URL.`,
  )
  await expect(requireDatabase(missing.href)).rejects.toThrow(
    `There is no database nothing at ${host}. Create it, or check the name in DATABASE_URL.`,
  )
})
