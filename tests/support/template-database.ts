import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '#server/migrate.ts'
import { ensurePostgres } from '#server/postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string
    template: string
  }
}

const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  const files = (await readdir('prisma/migrations', { recursive: true })).filter((file) => file.endsWith('.sql')).sort()
  for (const file of files) hash.update(file).update(await readFile(path.join('prisma/migrations', file)))
  return hash.digest('hex').slice(0, 12)
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.toString()
}

/** Whether the test process that made a database still runs. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** One throwaway cluster for all tests, and one migrated template database for each state of the migrations. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await ensurePostgres({ dataDir: path.resolve('.data-test'), database: 'admin', settings })
  const template = `template_${await fingerprint()}`
  const admin = new pg.Client({ connectionString: cluster.url })
  await admin.connect()
  const { rows } = await admin.query<{ datname: string }>(`select datname from pg_database where datname like 'test_%'`)
  const left = rows.filter(({ datname }) => !isAlive(Number(datname.split('_')[1])))
  for (const { datname } of left) await admin.query(`drop database if exists ${pg.escapeIdentifier(datname)} with (force)`)
  if (!(await admin.query('select from pg_database where datname = $1', [template])).rowCount) {
    await admin.query(`drop database if exists ${template}_making with (force)`)
    await admin.query(`create database ${template}_making`)
    const url = withDatabase(cluster.url, `${template}_making`)
    await migrate(url, () => {})
    await runMigrations({ connectionString: url })
    await admin.query(`alter database ${template}_making rename to ${template}`)
  }
  await admin.end()
  project.provide('adminUrl', cluster.url)
  project.provide('template', template)
  return () => cluster.leave()
}
