import { execFile } from 'node:child_process'
import { appendFile, chown, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { type Account, type Binaries, serverBinaries } from '#server/postgres-home.ts'
import { childrenOf } from '#tests/chaos/troubles.ts'
import { freePort } from '#tests/support/site.ts'

export const user = 'stories'
export const password = 'rehearsal'

export type Node = Readonly<{ folder: string; port: number }>
export type Cluster = Readonly<{
  primary: Node
  replica: Node
  /** Kills every process of the primary, as a machine that is gone. */
  loseThePrimary(): Promise<void>
  promote(): Promise<void>
  stop(): Promise<void>
}>

const run = promisify(execFile)

/** The address of the rehearsal's database at this port. */
export function addressAt(port: number, database = 'stories'): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`
}

/** A primary that acknowledges a commit when its replica has it on disk too, and that replica. */
export async function startCluster(place: string, account: Account | null): Promise<Cluster> {
  const programs = await serverBinaries(account)
  const [primary, replica] = [
    { folder: path.join(place, 'primary'), port: await freePort() },
    { folder: path.join(place, 'replica'), port: await freePort() },
  ]
  const control = (node: Node, ...args: string[]) =>
    run(programs.pg_ctl, ['-D', node.folder, '-w', '-l', `${node.folder}.log`, ...args], { ...account, cwd: place })
  await makePrimary(primary, programs, account)
  await control(primary, 'start', '-o', settings(primary))
  await prepare(primary)
  await control(primary, 'stop', '-m', 'fast')
  await copyTo(replica, primary, account)
  await control(primary, 'start', '-o', `${settings(primary)} -c synchronous_standby_names='FIRST 1 (replica)'`)
  await control(replica, 'start', '-o', settings(replica))
  return {
    primary,
    replica,
    loseThePrimary: () => lose(primary),
    promote: async () => void (await control(replica, 'promote')),
    stop: async () => {
      for (const node of [replica, primary]) await control(node, 'stop', '-m', 'immediate').catch(() => {}) // the one that was lost
    },
  }
}

function settings({ port }: Node): string {
  const all = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    wal_level: 'replica',
    max_connections: 100,
  }
  return Object.entries(all)
    .map(([name, value]) => `-c ${name}='${value}'`)
    .join(' ')
}

async function makePrimary({ folder }: Node, { initdb }: Binaries, account: Account | null): Promise<void> {
  const passwordFile = `${folder}.password`
  await mkdir(folder, { mode: 0o700 })
  await writeFile(passwordFile, password)
  if (account) for (const file of [folder, passwordFile]) await chown(file, account.uid, account.gid)
  const access = ['-U', user, '--pwfile', passwordFile, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '--no-instructions']
  await run(initdb, ['-D', folder, ...access], { ...account, cwd: path.dirname(folder) })
  await rm(passwordFile)
}

/** What postgres/primary.sh does in the containers. */
async function prepare({ port }: Node): Promise<void> {
  const client = new pg.Client({ connectionString: addressAt(port, 'postgres') })
  await client.connect()
  await client.query('create database stories')
  await client.query("alter role current_user set statement_timeout = '5s'")
  await client.end()
}

async function copyTo(replica: Node, primary: Node, account: Account | null): Promise<void> {
  await cp(primary.folder, replica.folder, { recursive: true, verbatimSymlinks: true })
  await writeFile(path.join(replica.folder, 'standby.signal'), '')
  const follow = `host=127.0.0.1 port=${primary.port} user=${user} password=${password} application_name=replica`
  await appendFile(path.join(replica.folder, 'postgresql.auto.conf'), `primary_conninfo = '${follow}'\n`)
  await run('chmod', ['700', replica.folder])
  if (account) await run('chown', ['-R', `${account.uid}:${account.gid}`, replica.folder])
}

async function lose({ folder }: Node): Promise<void> {
  const ruler = Number((await readFile(path.join(folder, 'postmaster.pid'), 'utf8')).split('\n')[0])
  for (const pid of [ruler, ...childrenOf(ruler)]) process.kill(pid, 'SIGKILL')
}
