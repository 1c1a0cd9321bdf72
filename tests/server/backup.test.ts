import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { readEnvironment } from '#lib/foundation/env.ts'
import { backUp, leftOut } from '#server/backup/back-up.ts'
import { restore } from '#server/backup/restore.ts'
import { migrate } from '#server/migrate.ts'
import { ensurePostgres, type Postgres } from '#server/postgres.ts'
import { fast, throwawayFolder } from './throwaway.ts'

let server: Postgres
const quiet = () => {}

beforeAll(async () => {
  server = await ensurePostgres({ dataDir: path.resolve('.data-test/server'), database: 'admin', settings: fast })
})
afterAll(() => server.leave())

async function emptyDatabase(): Promise<string> {
  const name = `backup_${process.pid}_${Math.random().toString(36).slice(2)}`
  const admin = new pg.Client({ connectionString: server.url })
  await admin.connect()
  await admin.query(`create database ${name}`)
  onTestFinished(async () => {
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  })
  return server.url.replace('/admin', `/${name}`)
}

async function seededDatabase(): Promise<string> {
  const url = await emptyDatabase()
  await migrate(url, quiet)
  await runMigrations({ connectionString: url })
  const seeded = spawnSync(process.execPath, ['--conditions=react-server', 'prisma/seed/main.ts'], {
    env: { ...process.env, DATABASE_URL: url, NODE_ENV: 'production' },
    encoding: 'utf8',
  })
  expect(seeded.stderr).not.toMatch(/error/i)
  return url
}

function dataFolder(): string {
  const folder = throwawayFolder()
  mkdirSync(path.join(folder, 'media'))
  mkdirSync(path.join(folder, 'pg18'))
  writeFileSync(path.join(folder, 'media', 'film.mp4'), 'sample')
  writeFileSync(path.join(folder, 'secrets.json'), '{"auth":"sample"}')
  writeFileSync(path.join(folder, 'database-url'), 'not kept')
  return folder
}

async function ask<R extends pg.QueryResultRow>(url: string, query: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<R>(query)).rows
  } finally {
    await client.end()
  }
}

test('what was backed up and wiped comes back with the same rows, hashes and files', { timeout: 120_000 }, async () => {
  const url = await seededDatabase()
  const folder = path.join(throwawayFolder(), 'backup')
  await ask(url, `select graphile_worker.add_job('mail.deliver', '{"mailId":"sample"}'::json)`)

  const made = await backUp({ url, dataDir: dataFolder(), folder })
  const [again, dataDir] = [await emptyDatabase(), throwawayFolder()]
  await restore({ url: again, dataDir, folder, log: quiet })
  const second = await backUp({ url: again, dataDir, folder: path.join(throwawayFolder(), 'again') })

  expect(made.tables['public.story']?.rows).toBeGreaterThan(0)
  expect(made.tables['graphile_worker._private_jobs']?.rows).toBe(1)
  const own = /_prisma_migrations|known_crontabs|graphile_worker\.migrations/
  const [before, after] = [made.tables, second.tables].map((tables) =>
    Object.entries(tables).filter(([name]) => !own.test(name) && name in made.tables),
  )
  expect(after).toEqual(before)
  expect(second.sequences).toEqual(made.sequences)
  expect(readFileSync(path.join(dataDir, 'media', 'film.mp4'), 'utf8')).toBe('sample')
  expect(existsSync(path.join(dataDir, 'secrets.json'))).toBe(true)
  expect(existsSync(path.join(dataDir, 'database-url'))).toBe(false)
})

test('a database that was filled and never started is backed up and comes back', { timeout: 120_000 }, async () => {
  const url = await emptyDatabase()
  await migrate(url, quiet)
  const folder = path.join(throwawayFolder(), 'backup')

  const made = await backUp({ url, dataDir: throwawayFolder(), folder })
  const back = await restore({ url: await emptyDatabase(), dataDir: throwawayFolder(), folder, log: quiet })

  expect(made.queueMigration).toBe(0)
  expect(back.tables['public.story']).toEqual(made.tables['public.story'])
})

test('a database without anything, a data folder that is none and a folder without a backup are named in one sentence', async () => {
  const url = await emptyDatabase()
  const folder = path.join(throwawayFolder(), 'backup')

  await expect(backUp({ url, dataDir: throwawayFolder(), folder })).rejects.toThrow(/^The database holds no site/)
  await expect(restore({ url, dataDir: throwawayFolder(), folder: throwawayFolder(), log: quiet })).rejects.toThrow(/holds no whole backup/)
  await migrate(url, quiet)
  const gone = path.join(throwawayFolder(), 'gone')
  await expect(backUp({ url, dataDir: gone, folder: path.join(throwawayFolder(), 'backup') })).rejects.toThrow(/gone is not there/)
})

test('a backup is not written into the data folder it copies', { timeout: 120_000 }, async () => {
  const url = await emptyDatabase()
  await migrate(url, quiet)
  const dataDir = dataFolder()

  await expect(backUp({ url, dataDir, folder: path.join(dataDir, 'backups', 'today') })).rejects.toThrow(/lies in the data folder/)

  expect(existsSync(path.join(dataDir, 'backups'))).toBe(false)
})

test('files that come and go while they are copied stop no backup', { timeout: 120_000 }, async () => {
  const url = await emptyDatabase()
  await migrate(url, quiet)
  const dataDir = dataFolder()
  const outbox = path.join(dataDir, 'outbox')
  mkdirSync(outbox)
  for (let number = 0; number < 200; number += 1) writeFileSync(path.join(outbox, `${number}.json`), 'sample')
  let isOver = false
  const busy = (async () => {
    for (let number = 0; !isOver; number += 1) {
      await writeFile(path.join(outbox, `${number % 200}.json.part`), 'sample')
      await rename(path.join(outbox, `${number % 200}.json.part`), path.join(outbox, `${number % 200}.json`))
    }
  })()

  const folders = Array.from({ length: 5 }, () => path.join(throwawayFolder(), 'backup'))
  for (const folder of folders) await backUp({ url, dataDir, folder })
  isOver = true
  await busy

  for (const folder of folders)
    expect(readdirSync(path.join(folder, 'files', 'outbox')).filter((name) => name.endsWith('.json'))).toHaveLength(200)
})

test('a backup says what it does not hold', () => {
  const bucket = { MEDIA_S3_BUCKET: 'films', MEDIA_S3_ACCESS_KEY_ID: 'id', MEDIA_S3_SECRET_ACCESS_KEY: 'hush' }

  expect(leftOut(readEnvironment({}))).toEqual([])
  expect(leftOut(readEnvironment(bucket))).toEqual([expect.stringMatching(/films lie in the bucket films: .*copy/i)])
  expect(leftOut(readEnvironment({ AUTH_SECRET: 'hush'.repeat(8) }))).toEqual([expect.stringMatching(/^AUTH_SECRET .* not in it/)])
  expect(leftOut(readEnvironment({ ...bucket, AUTH_SECRET: 'hush'.repeat(8) })).join()).not.toContain('hush')
})

test('append-only tables are append-only again after a restore', { timeout: 120_000 }, async () => {
  const url = await seededDatabase()
  await ask(
    url,
    `insert into audit_event (at, actor_kind, action, subject_kind, subject_id) values (now(), 'system', 'retention.applied', 'campaign', 'sample')`,
  )
  const folder = path.join(throwawayFolder(), 'backup')
  await backUp({ url, dataDir: dataFolder(), folder })
  const again = await emptyDatabase()

  await restore({ url: again, dataDir: throwawayFolder(), folder, log: quiet })

  await expect(ask(again, 'delete from audit_event')).rejects.toThrow('append-only')
})

test('a backup that was altered restores nothing, a full database is refused', { timeout: 120_000 }, async () => {
  const url = await seededDatabase()
  const folder = path.join(throwawayFolder(), 'backup')
  await backUp({ url, dataDir: dataFolder(), folder })
  const file = path.join(folder, 'tables', 'public.story.copy.gz')
  const text = gunzipSync(readFileSync(file)).toString('utf8')
  writeFileSync(file, gzipSync(text.replace('storyteller', 'illustrative')))
  const again = await emptyDatabase()

  await expect(restore({ url: again, dataDir: throwawayFolder(), folder, log: quiet })).rejects.toThrow(/nothing was restored|violates/)
  expect(await ask(again, 'select count(*)::int as count from story')).toEqual([{ count: 0 }])
  await expect(restore({ url, dataDir: throwawayFolder(), folder, log: quiet })).rejects.toThrow('not empty')
})
