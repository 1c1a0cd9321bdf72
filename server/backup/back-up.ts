import { createWriteStream } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Environment } from '#lib/foundation/env.ts'
import { exists } from '../files.ts'
import { StartError } from '../start-error.ts'
import { copyFolder } from './files.ts'
import { type Contents, copyOut, counting, fileOf, tablesOf } from './tables.ts'

/** What a backup says about itself. */
export type Manifest = Readonly<{
  madeAt: string
  migrations: readonly string[]
  queueMigration: number
  tables: Readonly<Record<string, Contents>>
  sequences: Readonly<Record<string, string>>
}>

/** Made anew at each start, or holding the database itself. */
const notKept = /^(?:pg\d+|postgres.*|compile-cache|database-url|.*\.(?:lock|pid|sock|log))$/

/**
 * Writes everything the site knows into an empty folder: every table as it was at one moment, while the site goes on, and the files of the
 * data folder with its secrets. Refuses a folder that holds something or lies in the data folder, a data folder that is none, and a database
 * without a site.
 */
export async function backUp({ url, dataDir, folder }: Readonly<{ url: string; dataDir: string; folder: string }>): Promise<Manifest> {
  if (!(await exists(dataDir))) throw new StartError(`${dataDir} is not there: name the data folder of the site in DATA_DIR.`)
  if (liesIn(dataDir, folder)) throw new StartError(`${folder} lies in the data folder: name one outside.`)
  await mkdir(path.join(folder, 'tables'), { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 1) throw new StartError(`${folder} is not empty: name a folder for this backup alone.`)
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // the query under way fails with the same error
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read, read only')
    if (!(await isThere(client, '_prisma_migrations'))) throw new StartError('The database holds no site: there is nothing to back up.')
    const manifest = await copyTables(client, path.join(folder, 'tables'))
    await copyFolder(dataDir, path.join(folder, 'files'), (name) => !notKept.test(name))
    await writeFile(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
    return manifest
  } finally {
    await client.end()
  }
}

function liesIn(outer: string, inner: string): boolean {
  const way = path.relative(outer, inner)
  return !path.isAbsolute(way) && !/^\.\.(?:[/\\]|$)/.test(way)
}

/** What a backup of a site with these settings does not hold and a restore needs, one sentence each. */
export function leftOut({ MEDIA_S3_BUCKET, AUTH_SECRET }: Environment): string[] {
  return [
    ...(MEDIA_S3_BUCKET ? [`Films lie in the bucket ${MEDIA_S3_BUCKET}: copy it too.`] : []),
    ...(AUTH_SECRET ? ['AUTH_SECRET comes from the environment and is not in it: keep it too, or what is sealed stays unreadable.'] : []),
  ]
}

async function isThere(client: pg.Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [table])
  return rows[0]?.there ?? false
}

async function copyTables(client: pg.Client, folder: string): Promise<Manifest> {
  await client.query('set local statement_timeout = 0')
  const tables: Record<string, Contents> = {}
  for (const table of await tablesOf(client)) {
    const { through, contents } = counting()
    const target = createWriteStream(path.join(folder, fileOf(table)), { mode: 0o600 })
    await pipeline(client.query(copyTo(copyOut(table))), through, createGzip(), target)
    tables[`${table.schema}.${table.name}`] = contents
  }
  const names = await client.query<{ name: string }>(
    'select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null order by 1',
  )
  // Tables that were filled and never started have no queue yet.
  const queue = (await isThere(client, 'graphile_worker.migrations'))
    ? await client.query<{ id: number }>('select max(id)::int as id from graphile_worker.migrations')
    : { rows: [] }
  const sequences = await client.query<{ name: string; value: string }>(
    `select format('%I.%I', schemaname, sequencename) as name, last_value::text as value from pg_sequences
     where last_value is not null and schemaname in ('public', 'graphile_worker')`,
  )
  return {
    madeAt: new Date().toISOString(),
    migrations: names.rows.map(({ name }) => name),
    queueMigration: queue.rows[0]?.id ?? 0,
    tables,
    sequences: Object.fromEntries(sequences.rows.map(({ name, value }) => [name, value])),
  }
}
