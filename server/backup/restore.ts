import { createReadStream } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createGunzip } from 'node:zlib'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { migrate } from '../migrate.ts'
import { StartError } from '../start-error.ts'
import type { Manifest } from './back-up.ts'
import { copyIn, copyOut, counting, fileOf, inSql, type Table, tablesOf } from './tables.ts'

const migrationsFolder = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))

type Restoring = Readonly<{ url: string; dataDir: string; folder: string; log: (line: string) => void }>

/**
 * Brings a backup back into an empty database and data folder, in one transaction, and proves it: every table has the rows and the hash it
 * had. Then applies migrations that are newer than the backup. Refuses a database that holds tables, and a backup of a newer version.
 */
export async function restore({ url, dataDir, folder, log }: Restoring): Promise<Manifest> {
  const manifest = await manifestOf(folder)
  await refuseFullDatabase(url)
  await migrateTo(manifest, url, log)
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // the query under way fails with the same error
  await client.connect()
  try {
    await client.query('begin')
    await fill(client, manifest, path.join(folder, 'tables'))
    await client.query('commit')
  } finally {
    await client.end()
  }
  await mkdir(dataDir, { recursive: true })
  for (const name of await readdir(path.join(folder, 'files')))
    await cp(path.join(folder, 'files', name), path.join(dataDir, name), { recursive: true, preserveTimestamps: true })
  await migrate(url, log)
  return manifest
}

/** Written last: where there is none, the backup was cut short. */
async function manifestOf(folder: string): Promise<Manifest> {
  try {
    return JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')) as Manifest
  } catch (cause) {
    throw new StartError(`${folder} holds no whole backup: its manifest.json is missing or cut short.`, { cause })
  }
}

async function refuseFullDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ full: boolean }>(
    `select exists (select from pg_tables where schemaname in ('public', 'start', 'graphile_worker')) as full`,
  )
  await client.end()
  if (rows[0]?.full) throw new StartError('The database is not empty: restore into a new one, or into another DATA_DIR.')
}

/** The tables as they were when the backup was made. */
async function migrateTo(manifest: Manifest, url: string, log: (line: string) => void): Promise<void> {
  const known = await readdir(migrationsFolder)
  const unknown = manifest.migrations.find((name) => !known.includes(name))
  if (unknown) throw new StartError(`The backup is of a newer version of this project (it has ${unknown}): check that version out first.`)
  const folder = await mkdtemp(path.join(tmpdir(), 'migrations-'))
  for (const name of manifest.migrations) await cp(path.join(migrationsFolder, name), path.join(folder, name), { recursive: true })
  await migrate(url, log, folder)
  await rm(folder, { recursive: true })
  await runMigrations({ connectionString: url })
}

async function fill(client: pg.Client, manifest: Manifest, folder: string): Promise<void> {
  await client.query('set local statement_timeout = 0')
  await client.query('create schema if not exists start')
  await client.query('create table if not exists start.seeded (version text primary key, at timestamptz not null default now())')
  const tables = (await tablesOf(client)).filter(({ schema, name }) => manifest.tables[`${schema}.${name}`] && !isOwn(schema, name))
  const triggers = (able: 'disable' | 'enable') => tables.map((table) => `alter table ${inSql(table)} ${able} trigger user`).join('; ')
  await client.query(triggers('disable'))
  for (const table of tables.toReversed()) await client.query(`delete from ${inSql(table)}`)
  for (const table of tables) await fillOne(client, table, path.join(folder, fileOf(table)), manifest)
  for (const [name, value] of Object.entries(manifest.sequences)) await client.query('select setval($1::regclass, $2)', [name, value])
  await client.query(triggers('enable'))
}

/** Written by the migrations themselves. */
const isOwn = (schema: string, name: string) =>
  name === '_prisma_migrations' || (schema === 'graphile_worker' && ['migrations', '_private_known_crontabs'].includes(name))

async function fillOne(client: pg.Client, table: Table, file: string, manifest: Manifest): Promise<void> {
  await pipeline(createReadStream(file), createGunzip(), client.query(copyFrom(copyIn(table))))
  const { through, contents } = counting()
  through.resume()
  await pipeline(client.query(copyTo(copyOut(table))), through)
  const wanted = manifest.tables[`${table.schema}.${table.name}`]
  if (contents.sha256 !== wanted?.sha256 || contents.rows !== wanted.rows)
    throw new StartError(
      `${table.schema}.${table.name} did not come back as it was (${contents.rows} of ${wanted?.rows} rows): nothing was restored.`,
    )
}
