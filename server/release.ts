import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { runMigrations } from 'graphile-worker'
import { EnvironmentError } from '#lib/foundation/env.ts'
import { requireDatabase } from './database.ts'
import { readSettings } from './environment.ts'
import { migrate } from './migrate.ts'
import { seedOnce } from './seed.ts'
import { StartError } from './start-error.ts'

/** Brings the database of DATABASE_URL to this version and ends: for a deployment that starts sites and workers apart. Safe to run again, and from two places at once. */
async function release(): Promise<void> {
  const { DATABASE_URL, DATABASE_DIRECT_URL: connectionString = DATABASE_URL } = readSettings(process.env)
  if (!connectionString) throw new StartError('DATABASE_URL is not set: a release prepares a database of your own.')
  await requireDatabase(connectionString)
  await migrate(connectionString, (line) => console.log(`▸ ${line}`))
  await runMigrations({ connectionString })
  const context = {
    root: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, DATABASE_URL: connectionString },
    signal: new AbortController().signal,
  }
  console.log((await seedOnce(context)) ? '▸ seeded' : '▸ nothing to seed')
}

try {
  await release()
} catch (error) {
  console.error(error instanceof StartError || error instanceof EnvironmentError ? error.message : error)
  process.exitCode = 1
}
process.exit()
