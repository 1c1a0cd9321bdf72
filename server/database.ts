import pg from 'pg'
import type { Environment } from '#lib/foundation/env.ts'
import { StartError } from './start-error.ts'

const OLDEST_VERSION = 15
const CONNECT_MS = 8000

/** Refuses a database that cannot be reached or is too old, with a sentence that says what to do and never shows the password. */
export async function requireDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS })
  client.on('error', () => {}) // a connection cut while idle; nothing is asked of it any more
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    const version = rows[0]?.server_version ?? ''
    if (Number.parseInt(version, 10) < OLDEST_VERSION)
      throw new StartError(`The database at ${client.host} is PostgreSQL ${version}: version ${OLDEST_VERSION} or later is needed.`)
  } catch (error) {
    throw error instanceof StartError ? error : new StartError(explain(client, error as NodeJS.ErrnoException), { cause: error })
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * Where a database of your own is asked for locks and settings that last: past a pooler that lends connections for one transaction only.
 * Null without a database of your own.
 */
export function ownDatabaseOf({ DATABASE_URL, DATABASE_DIRECT_URL }: Environment): string | null {
  return DATABASE_URL ? (DATABASE_DIRECT_URL ?? DATABASE_URL) : null
}

function explain({ host, port, database, user }: pg.Client, { code, message }: NodeJS.ErrnoException): string {
  const place = `${host}:${port}`
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The database host ${host} is not known. Check DATABASE_URL.`
    case 'ECONNREFUSED':
    case 'ENOENT':
      return `No database answers at ${place}. Start it, or check DATABASE_URL.`
    case '28P01':
    case '28000':
      return `The database at ${place} does not let ${user} in. Check the user and password in DATABASE_URL.`
    case '3D000':
      return `There is no database ${database} at ${place}. Create it, or check the name in DATABASE_URL.`
    default:
      return `The database at ${place} cannot be reached: ${message}. Check DATABASE_URL.`
  }
}
