import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, open, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { takeLock } from './lock.ts'
import { freePort, isPortFree } from './port.ts'
import { type Account, type Binaries, exists, placeForCluster, serverAccount, serverBinaries } from './postgres-home.ts'
import { writePrivate } from './private-file.ts'
import { processFacts } from './process-facts.ts'
import { StartError } from './start-error.ts'

export type PostgresOptions = {
  dataDir: string
  database: string
  /** PostgreSQL settings on top of ours, for a server that is not running yet. */
  settings?: Readonly<Record<string, string>>
}

export type Postgres = {
  url: string
  /** Stops the server, whoever uses it. */
  stop(): Promise<void>
  /** Stops the server unless somebody else is connected to it. */
  leave(): Promise<void>
}

/** What has to be remembered of a cluster; `cluster` is its folder, seen from the one server.json is in. */
type Server = { password: string; port: number; cluster: string }
type Home = { folder: string; cluster: string; log: string; account: Account | null; server: Server }

const USER = 'humans'
const LAUNCH_MS = 120_000
const STARTING_UP = '57P03'
const NOBODYS_PID = 2147483647

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
    return { url: addressOf(home.server, database), stop: () => stop(home), leave: () => leave(home) }
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
      const stillComing = (error as { code?: string }).code === STARTING_UP || (await postmasterLives(cluster))
      if (!stillComing || Date.now() > until) return false
    }
  }
}

async function postmasterLives(cluster: string): Promise<boolean> {
  const pid = Number.parseInt(await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => ''), 10)
  return pid > 0 && processFacts(pid).running && processFacts(pid).command === 'postgres'
}

async function launch(home: Home, settings: Readonly<Record<string, string>>): Promise<void> {
  const binaries = await serverBinaries(home.account)
  if (!(await exists(home.cluster))) await makeCluster(home, binaries)
  await forgetDeadPostmaster(home.cluster)
  await keepOrChangePort(home)
  await (await open(home.log, 'a')).close()
  if (home.account) await chown(home.log, home.account.uid, home.account.gid)
  await startServer(home, binaries, settings)
}

/** Made beside its place and moved there when complete: initdb cut short leaves nothing that looks like a database. */
async function makeCluster({ cluster, server, account }: Home, { initdb }: Binaries): Promise<void> {
  const draft = `${cluster}.new`
  const passwordFile = `${cluster}.password`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  await writeFile(passwordFile, server.password, { mode: 0o600 })
  if (account) for (const file of [draft, passwordFile]) await chown(file, account.uid, account.gid)
  const access = ['-U', USER, '--pwfile', passwordFile, '-A', 'scram-sha-256']
  const sorting = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'] // the same order on every system
  try {
    await runAs(account, path.dirname(cluster), initdb, ['-D', draft, ...access, ...sorting, '--no-instructions'])
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(draft, cluster)
}

/**
 * PostgreSQL refuses to start while postmaster.pid names a live process: after kill -9 that may be a zombie nobody reaps, or a
 * stranger with the same number. Only the number is replaced: by the rest of the file PostgreSQL still finds backends left behind.
 */
async function forgetDeadPostmaster(cluster: string): Promise<void> {
  const file = path.join(cluster, 'postmaster.pid')
  const [pid, ...rest] = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const facts = processFacts(Number(pid))
  if (!pid || (facts.running && (facts.command === null || facts.command === 'postgres'))) return
  await writeFile(file, [NOBODYS_PID, ...rest].join('\n'))
}

async function keepOrChangePort(home: Home): Promise<void> {
  if (await isPortFree(home.server.port, '127.0.0.1', 2000)) return
  home.server.port = await freePort()
  await writePrivate(path.join(home.folder, 'server.json'), JSON.stringify(home.server))
}

async function startServer(
  { cluster, log, server, account }: Home,
  { pg_ctl }: Binaries,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(server.port),
    max_connections: '100',
    timezone: 'UTC',
    log_min_messages: 'warning',
    ...settings,
  }
  const flags = Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`)
  const before = (await readFile(log)).length
  for (const until = Date.now() + 20_000; ; await pause(200)) {
    try {
      await runAs(account, cluster, pg_ctl, ['start', '-D', cluster, '-w', '-t', '300', '-l', log, '-o', flags.join(' ')])
      return
    } catch (cause) {
      const said = (await readFile(log)).subarray(before).toString().trim()
      // what a killed server leaves behind for a moment: its lock file, its backends, its port
      const passing = /lock file "postmaster\.pid" already exists|shared memory block|Address already in use/.test(said)
      if (!passing || Date.now() > until)
        throw new StartError(`PostgreSQL did not start: ${lastLine(said)} The whole of it is in ${log}.`, { cause })
    }
  }
}

function lastLine(text: string): string {
  return text.split('\n').findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? text.split('\n').at(-1) ?? ''
}

async function createMissing(server: Server, database: string): Promise<void> {
  await withClient(server, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(database)}`)
  })
}

async function stop({ cluster, account }: Home): Promise<void> {
  if (!(await exists(path.join(cluster, 'postmaster.pid')))) return
  const { pg_ctl } = await serverBinaries(account)
  const stopping = (mode: string) => runAs(account, cluster, pg_ctl, ['stop', '-D', cluster, '-w', '-t', '20', '-m', mode])
  await stopping('fast').catch(async (error) => {
    if (await postmasterLives(cluster)) await stopping('immediate')
    else if (await exists(path.join(cluster, 'postmaster.pid'))) throw error
  })
}

/** Nothing of our own environment reaches the server: PGPORT and the like would change it, and secrets are not its business. */
async function runAs(account: Account | null, cwd: string, program: string, args: string[]): Promise<void> {
  const environment = process.platform === 'win32' ? {} : { env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } as NodeJS.ProcessEnv }
  await promisify(execFile)(program, args, { ...(account ?? {}), ...environment, cwd })
}

async function leave(home: Home): Promise<void> {
  const others = await withClient(home.server, async (client) => {
    const { rowCount } = await client.query(
      `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    return rowCount ?? 0
  })
  if (others === 0) await stop(home)
}
