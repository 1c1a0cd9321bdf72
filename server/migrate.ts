import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { StartError } from './start-error.ts'

/** The advisory lock Prisma's own engine takes. */
const PRISMA_LOCK = 72707369
const FOLDER = fileURLToPath(new URL('../prisma/migrations', import.meta.url))

type Migration = { name: string; sql: string; checksum: string }
type Recorded = { migration_name: string; checksum: string; finished_at: Date | null; logs: string | null }

/**
 * Applies the migrations in `folder` that `url` has not had, each whole or not at all, and returns their names. Keeps Prisma's
 * bookkeeping, so its CLI agrees. Refuses when one was edited after it was applied, or failed earlier under the CLI.
 */
export async function migrate(url: string, log: (line: string) => void, folder: string = FOLDER): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // the query under way fails with the same error
  await client.connect()
  try {
    await client.query('set statement_timeout = 0') // also for the wait: another start may be at it
    await client.query('select pg_advisory_lock($1)', [PRISMA_LOCK])
    const migrations = await readMigrations(folder)
    const pending = pendingOf(migrations, await recorded(client))
    for (const migration of pending) {
      await apply(client, migration)
      log(`applied ${migration.name}`)
    }
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function recorded(client: pg.Client): Promise<Recorded[]> {
  await client.query(`create table if not exists _prisma_migrations (
    id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null, logs text,
    rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`)
  const { rows } = await client.query<Recorded>(
    'select migration_name, checksum, finished_at, logs from _prisma_migrations where rolled_back_at is null',
  )
  return rows
}

function pendingOf(migrations: Migration[], rows: Recorded[]): Migration[] {
  const failed = rows.find((row) => !row.finished_at)
  if (failed) {
    const resolve = `npx prisma --config .config/prisma.ts migrate resolve --rolled-back ${failed.migration_name}`
    throw new StartError(`Migration ${failed.migration_name} failed earlier: undo what it left in the database, then run ${resolve}.`)
  }
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]))
  const edited = migrations.find(({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum)
  if (edited)
    throw new StartError(`Migration ${edited.name} was edited after it was applied: restore it, and write the change as a new migration.`)
  return migrations.filter(({ name }) => !applied.has(name))
}

/** The change and its record commit together: a process killed half-way leaves neither. */
async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) values ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback').catch(() => {})
    throw new StartError(
      `Migration ${name} could not be applied, and nothing of it was: ${cause instanceof Error ? cause.message : cause}.`,
      { cause },
    )
  }
}

async function main(url: string | undefined): Promise<void> {
  try {
    if (!url)
      throw new StartError(
        'DATABASE_URL is not set: set it to a PostgreSQL address, for example postgresql://user:password@host:5432/name.',
      )
    const applied = await migrate(url, console.log)
    console.log(`${applied.length} migrations applied`)
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error)
    process.exitCode = 1
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.env.DATABASE_URL)
