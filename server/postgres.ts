import { randomBytes } from 'node:crypto'
import { mkdir, readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { exists, writePrivate } from './files.ts'
import { takeLock } from './lock.ts'
import { freePort } from './port.ts'
import { type Account, placeForCluster, serverAccount } from './postgres-home.ts'
import { type Home, launch, postmasterLives, type Server, type Settings, stopServer, USER } from './postgres-launch.ts'
import { StartError } from './start-error.ts'

export type PostgresOptions = {
  dataDir: string
  database: string
  /** PostgreSQL settings on top of ours, for a server that is not running yet. */
  settings?: Settings
}

export type Postgres = {
  url: string
  /** Stops the server, whoever uses it. */
  stop(): Promise<void>
  /** Stops the server unless somebody else is connected to it. */
  leave(): Promise<void>
}

const LAUNCH_MS = 120_000
const STARTING_UP = '57P03'
const WRONG_PASSWORD = '28P01'

/**
 * A real PostgreSQL with its cluster under `dataDir`/pg18: joined when it runs, else started, made when there is none.
 * It outlives this process unless stopped. Safe to call from several processes at once. `database` is created when missing.
 */
export async function ensurePostgres({ dataDir, database, settings = {} }: PostgresOptions): Promise<Postgres> {
  const folder = path.join(path.resolve(dataDir), 'pg18')
  await mkdir(folder, { recursive: true })
  const lock = await takeLock(path.join(folder, 'launch.lock'), LAUNCH_MS)
  try {
    const home = await openHome(folder)
    if (!(await isRunning(home))) await launch(home, settings)
    await createMissing(home.server, database)
    return { url: addressOf(home.server, database), stop: () => stopServer(home), leave: () => leave(home) }
  } finally {
    await lock.release()
  }
}

async function openHome(folder: string): Promise<Home> {
  const account = await serverAccount()
  const server = await rememberedServer(folder, account)
  const cluster = path.resolve(folder, server.cluster)
  return { folder, cluster, log: path.join(path.dirname(cluster), 'postgres.log'), account, server }
}

async function rememberedServer(folder: string, account: Account | null): Promise<Server> {
  const file = path.join(folder, 'server.json')
  if (await exists(file)) return JSON.parse(await readFile(file, 'utf8')) as Server
  if (await exists(path.join(folder, 'data')))
    throw new StartError(
      `${folder} holds a database but not its server.json with the password: restore that file, or move the folder away to begin anew.`,
    )
  const server = {
    password: randomBytes(18).toString('base64url'),
    port: await freePort(),
    cluster: await placeForCluster(folder, account),
  }
  await writePrivate(file, JSON.stringify(server))
  return server
}

function addressOf({ password, port }: Server, database: string): string {
  return `postgresql://${USER}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}?sslmode=disable`
}

async function withClient<T>(server: Server, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: addressOf(server, 'postgres'), connectionTimeoutMillis: 5000 })
  client.on('error', () => {}) // a connection cut while idle; the next query fails by itself
  try {
    await client.connect()
    return await use(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Whether our cluster answers; one that is starting, recovering or stopping is waited for. Another cluster on the same port is not ours. */
async function isRunning({ cluster, server }: Home): Promise<boolean> {
  for (const until = Date.now() + LAUNCH_MS; ; await pause(50)) {
    try {
      return await withClient(server, async (client) => {
        const { rows } = await client.query<{ data_directory: string }>('show data_directory')
        return (await realpath(rows[0]?.data_directory ?? '').catch(() => '')) === (await realpath(cluster))
      })
    } catch (error) {
      const { code } = error as { code?: string }
      const stillComing = code === STARTING_UP || (code !== WRONG_PASSWORD && (await postmasterLives(cluster)))
      if (!stillComing || Date.now() > until) return false
    }
  }
}

async function createMissing(server: Server, database: string): Promise<void> {
  await withClient(server, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(database)}`)
  })
}

async function leave(home: Home): Promise<void> {
  const others = await withClient(home.server, async (client) => {
    const { rowCount } = await client.query(
      `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    return rowCount ?? 0
  })
  if (others === 0) await stopServer(home)
}
