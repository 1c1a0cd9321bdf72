import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { SmtpSink } from '../fakes/smtp-sink.ts'

/** What can be done harm to. */
export type Target = Readonly<{
  starter: number
  dataDir: string
  databaseUrl: string
  /** Where PostgreSQL keeps its data: not below `dataDir` when its account cannot get there. */
  cluster: string
  mail: SmtpSink
  ownDisk: boolean
}>

/** One kind of harm. `do` ends when it is over; a kill counts towards the forty. */
type Trouble = Readonly<{
  name: string
  kill: boolean
  weight: number
  possible: (target: Target) => boolean
  do: (target: Target, chance: number) => Promise<void>
}>

const always = () => true

/** The processes a process started, as /proc knows them. */
export function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent ? [Number(pid)] : []
      } catch {
        return [] // gone while we looked
      }
    })
}

function programOf(target: Target, file: string): number | null {
  return childrenOf(target.starter).find((pid) => commandOf(pid).includes(file)) ?? null
}

/** The command line of a process; empty when it is gone. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** Where the PostgreSQL behind an address keeps its data: its processes stand in that folder. */
export async function clusterOf(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const cluster = readlinkSync(`/proc/${rows[0]?.pid}/cwd`)
  await client.end()
  return cluster
}

function postmaster({ cluster }: Target): number | null {
  const file = path.join(cluster, 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
}

function signal(pid: number | null | undefined, name: NodeJS.Signals): void {
  if (!pid) return
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function frozen(pid: number | null | undefined, milliseconds: number): Promise<void> {
  signal(pid, 'SIGSTOP')
  await pause(milliseconds)
  signal(pid, 'SIGCONT')
}

async function cutConnections({ databaseUrl }: Target): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  await client.connect()
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await client.end()
}

async function fillDisk({ dataDir }: Target): Promise<void> {
  const file = path.join(dataDir, 'ballast')
  const { bavail, bsize } = statfsSync(dataDir)
  try {
    execFileSync('fallocate', ['-l', String(Math.max(4096, bavail * bsize - 8192)), file], { stdio: 'ignore' })
    writeFileSync(`${file}-2`, Buffer.alloc(1 << 20))
  } catch {
    // Full: that is what was wanted.
  }
  await pause(3_000)
  for (const name of [file, `${file}-2`]) rmSync(name, { force: true })
}

/** Every harm that is done, and how often beside the others. */
export const troubles: readonly Trouble[] = [
  {
    name: 'kill the site',
    kill: true,
    weight: 5,
    possible: always,
    do: async (target) => signal(programOf(target, 'server/site.ts'), 'SIGKILL'),
  },
  {
    name: 'kill the worker',
    kill: true,
    weight: 5,
    possible: always,
    do: async (target) => signal(programOf(target, 'lib/worker/main.ts'), 'SIGKILL'),
  },
  { name: 'kill PostgreSQL', kill: true, weight: 3, possible: always, do: async (target) => signal(postmaster(target), 'SIGKILL') },
  {
    name: 'kill a connection of PostgreSQL',
    kill: true,
    weight: 3,
    possible: always,
    do: async (target, chance) => {
      const backends = childrenOf(postmaster(target) ?? -1).filter((pid) => /humans_of_binance/.test(commandOf(pid)))
      signal(backends[Math.floor(chance * backends.length)], 'SIGKILL')
    },
  },
  { name: 'cut every connection', kill: false, weight: 2, possible: always, do: cutConnections },
  {
    name: 'freeze the site',
    kill: false,
    weight: 1,
    possible: always,
    do: (target, chance) => frozen(programOf(target, 'server/site.ts'), 1_000 + chance * 4_000),
  },
  {
    name: 'freeze PostgreSQL',
    kill: false,
    weight: 1,
    possible: always,
    do: (target, chance) => frozen(postmaster(target), 1_000 + chance * 3_000),
  },
  {
    name: 'lose a letter’s acknowledgement',
    kill: false,
    weight: 2,
    possible: always,
    do: async ({ mail }) => mail.failOnce('END', 'hang up'),
  },
  { name: 'refuse a letter', kill: false, weight: 2, possible: always, do: async ({ mail }) => mail.failOnce('MAIL', '451 later') },
  { name: 'fill the disk', kill: false, weight: 1, possible: ({ ownDisk }) => ownDisk, do: fillDisk },
]

/** The trouble a chance from 0 to 1 picks. */
export function pick(chance: number, target: Target): Trouble {
  const possible = troubles.filter((trouble) => trouble.possible(target))
  const sum = possible.reduce((total, { weight }) => total + weight, 0)
  let left = chance * sum
  const found = possible.find(({ weight }) => {
    left -= weight
    return left < 0
  })
  if (!found) throw new Error('no trouble is possible')
  return found
}
