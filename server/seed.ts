import { createHash } from 'node:crypto'
import pg from 'pg'
import { fingerprint } from './files.ts'
import { type Context, runProgram } from './program.ts'

const SEED = ['--conditions=react-server', 'prisma/seed/main.ts']
const SEED_SOURCES = ['prisma/seed', 'prisma/migrations']
/** Any number nobody else locks: starts on several machines with one database seed one after the other. */
const SEED_LOCK = 804621

/**
 * Runs the seed when this database has not had it as it is now; the database remembers, in a schema of its own that the data
 * model knows nothing of. True when it ran.
 */
export async function seedOnce(context: Context): Promise<boolean> {
  const wanted = await versionOf(context)
  const client = new pg.Client({ connectionString: context.env.DATABASE_URL })
  client.on('error', () => {}) // the query under way fails with the same error
  await client.connect()
  try {
    await client.query('set statement_timeout = 0') // also for the wait: another start may be at it
    await client.query('select pg_advisory_lock($1)', [SEED_LOCK])
    await client.query('create schema if not exists start')
    await client.query('create table if not exists start.seeded (version text primary key, at timestamptz not null default now())')
    if ((await client.query('select from start.seeded where version = $1', [wanted])).rowCount) return false
    await runProgram('Seeding the database', SEED, context)
    await client.query('insert into start.seeded (version) values ($1)', [wanted])
    return true
  } finally {
    await client.end()
  }
}

/** The first admin comes from the environment: another one is another seed. */
async function versionOf({ root, env }: Context): Promise<string> {
  const sources = await fingerprint(root, SEED_SOURCES)
  return createHash('sha256')
    .update(`${sources} ${env.STAFF_ADMIN_EMAIL ?? ''}`)
    .digest('hex')
}
