import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { chown, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import type { Account } from '#server/postgres-home.ts'
import { freePort } from '#tests/support/site.ts'
import { addressAt, password, user } from './cluster.ts'

export type Pooler = Readonly<{ url: string; directUrl: string; moveTo: (port: number) => Promise<void>; stop: () => Promise<void> }>
export type Proxy = Readonly<{ url: string; stop: () => Promise<void> }>

/**
 * PgBouncer before the database at `port`: lends a connection for one transaction; under the second name for as long as it is wanted, for
 * announcements, locks and the queue. After a move both names lead to the new port, and nobody else has to be told.
 */
export async function startPooler(place: string, port: number, account: Account | null): Promise<Pooler> {
  const at = await freePort()
  const [file, users] = [path.join(place, 'pgbouncer.ini'), path.join(place, 'users.txt')]
  await writeFile(users, `"${user}" "${password}"\n`, { mode: 0o600 })
  await writeFile(file, poolerSettings(at, port, users), { mode: 0o600 })
  if (account) for (const name of [file, users]) await chown(name, account.uid, account.gid)
  const child = spawn('pgbouncer', ['-q', file], { ...account, cwd: place, stdio: ['ignore', 'ignore', 'inherit'] })
  await untilAnswers(async () => command(at, 'show version'), child)
  return {
    url: addressAt(at),
    directUrl: addressAt(at, 'stories_direct'),
    moveTo: async (next) => {
      await writeFile(file, poolerSettings(at, next, users))
      await command(at, 'reload')
      await command(at, 'reconnect')
    },
    stop: () => ended(child, 'SIGINT'),
  }
}

function poolerSettings(at: number, port: number, users: string): string {
  return `[databases]
stories = host=127.0.0.1 port=${port}
stories_direct = host=127.0.0.1 port=${port} dbname=stories pool_mode=session
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${at}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
admin_users = ${user}
pool_mode = transaction
default_pool_size = 20
max_client_conn = 400
ignore_startup_parameters = statement_timeout,extra_float_digits
server_connect_timeout = 2
server_login_retry = 1
query_wait_timeout = 5
`
}

async function command(port: number, words: string): Promise<void> {
  const client = new pg.Client({ connectionString: addressAt(port, 'pgbouncer') })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query(words)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Caddy before the sites at these ports, as deploy/proxy/Caddyfile has it; believes what the load says about the addresses of its people. */
export async function startProxy(place: string, ports: readonly number[], at: number): Promise<Proxy> {
  const url = `http://localhost:${at}`
  const env = {
    ...process.env,
    SITE_HOST: url,
    SITES: ports.map((port) => `127.0.0.1:${port}`).join(' '),
    PROXY_MORE: 'trusted_proxies private_ranges',
    CADDY_ADMIN: `localhost:${await freePort()}`,
    XDG_DATA_HOME: place,
    XDG_CONFIG_HOME: place,
  }
  const file = fileURLToPath(new URL('../proxy/Caddyfile', import.meta.url))
  const log = openSync(path.join(place, 'proxy.log'), 'a')
  const child = spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], { env, stdio: ['ignore', 'ignore', log] })
  await untilAnswers(async () => (await fetch(url)).ok || Promise.reject(new Error('not yet')), child)
  return { url, stop: () => ended(child, 'SIGTERM') }
}

async function untilAnswers(ask: () => Promise<unknown>, child: ChildProcess): Promise<void> {
  for (const until = Date.now() + 15_000; ; await pause(100)) {
    const answers = await ask().then(
      () => true,
      () => false,
    )
    if (answers) return
    if (child.exitCode !== null || Date.now() > until) throw new Error(`${child.spawnfile} does not answer`)
  }
}

/** Ends a program and waits until it did; at once when it is gone already. */
export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

/** Throws a sentence that says how to get what is missing. */
export async function requirePrograms(): Promise<void> {
  for (const [name, ask] of [
    ['pgbouncer', '--version'],
    ['caddy', 'version'],
  ] as const)
    await promisify(execFile)(name, [ask]).catch((cause) => {
      throw new Error(`${name} is missing: apt-get install pgbouncer caddy`, { cause })
    })
}
