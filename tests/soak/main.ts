import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { childrenOf, commandOf } from '../chaos/troubles.ts'
import { freePort, type Site, startSite, stopSite } from '../support/site.ts'
import { cells, type Memory, quantile, row, type Sample, slope } from './figures.ts'
import { visit } from './visitors.ts'

// `npm run soak`: a site as npm start makes it, thirty mixed requests a second, and what each minute cost. Exits with 1 when a figure that
// is promised is not held.

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' }, rate: { type: 'string', default: '30' } } })
const [minutes, rate] = [Number(values.minutes), Number(values.rate)] as [number, number]
const promised = { p99: 400, failed: 0.001, megabytesPerMinute: 3 }
/** Growth before this is warming up, and so are these first seconds: visitors who come then are not counted. */
const warmMinutes = 2
const warmSeconds = 20
const head = ['requests', 'p50 ms', 'p99 ms', 'longest ms', 'failed']
const dataDir = path.resolve('.data-soak')

async function signedIn(client: pg.Client): Promise<string> {
  const [id, token] = [randomUUID(), randomBytes(32).toString('base64url')]
  await client.query('insert into staff_user (id, email, name, role) values ($1, $2, $3, $4)', [
    id,
    'soak@example.org',
    'Sample admin',
    'admin',
  ])
  await client.query(
    `insert into staff_session (id, token_hash, user_id, created_at, last_seen_at, expires_at) values ($1, $2, $3, now(), now(), now() + interval '8 hours')`,
    [randomUUID(), createHash('sha256').update(token).digest('hex'), id],
  )
  return `hob-session=${token}`
}

/** Proportional share of memory in megabytes: what several processes share counts once. */
function megabytes(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
    } catch {
      return 0 // gone while we looked
    }
  })
  return Math.round(kilobytes.reduce((sum, each) => sum + each, 0) / 1024)
}

/** How long a process and its threads have used a core. Linux counts in hundredths of a second. */
function cpuSeconds(pid: number | undefined): number {
  const stat = pid ? readFileSync(`/proc/${pid}/stat`, 'utf8') : ''
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number)
  return (user + system) / 100
}

async function weigh(site: Site, client: pg.Client): Promise<Memory> {
  const programs = childrenOf(site.child.pid ?? 0)
  const running = (file: string) => programs.filter((pid) => commandOf(pid).includes(file))
  const { rows } = await client.query<{ pid: number; ours: boolean }>(
    `select pid, backend_type = 'client backend' and pid <> pg_backend_pid() as ours from pg_stat_activity`,
  )
  return {
    site: megabytes(running('server/site.ts')),
    worker: megabytes(running('lib/worker/main.ts')),
    postgres: megabytes(rows.map(({ pid }) => pid)),
    connections: rows.filter(({ ours }) => ours).length,
    cpuSeconds: cpuSeconds(running('server/site.ts')[0]),
  }
}

type Soaked = Readonly<{ samples: readonly Sample[]; weighed: readonly Memory[] }>

/** Lets the visitors in and prints a row at the end of every minute. */
async function soak(site: Site, client: pg.Client): Promise<Soaked> {
  const samples: Sample[] = []
  const weighed: Memory[] = []
  let from = 0
  let usedBefore = 0
  const minute = async () => {
    const memory = await weigh(site, client)
    weighed.push(memory)
    const each = ((memory.cpuSeconds - usedBefore) * 1_000) / Math.max(1, samples.length - from)
    usedBefore = memory.cpuSeconds
    const held = [memory.site, memory.worker, memory.postgres, memory.connections]
    console.log(row([weighed.length, ...cells(samples.slice(from)), each.toFixed(1), ...held]))
    from = samples.length
  }
  console.log(row(['minute', ...head, 'site CPU ms each', 'site MB', 'worker MB', 'PostgreSQL MB', 'connections']))
  console.log(row(Array(11).fill('---')))
  const cookie = await signedIn(client)
  await visit({ url: site.url, cookie }, rate / 3, warmSeconds, () => {})
  usedBefore = (await weigh(site, client)).cpuSeconds
  const ticking = setInterval(() => void minute(), 60_000)
  await visit({ url: site.url, cookie }, rate, minutes * 60, (sample) => samples.push(sample))
  clearInterval(ticking)
  if (weighed.length < minutes) await minute()
  return { samples, weighed }
}

/** Prints what each kind of request took; returns whether everything promised was held. */
function judge({ samples, weighed }: Soaked): boolean {
  const kinds = [...new Set(samples.map(({ kind }) => kind))].sort()
  console.log(`\n${row(['what', ...head])}\n${row(Array(6).fill('---'))}`)
  for (const kind of kinds) console.log(row([kind, ...cells(samples.filter((sample) => sample.kind === kind))]))
  console.log(row(['everything', ...cells(samples)]))
  const p99 = quantile(
    samples.map(({ milliseconds }) => milliseconds),
    0.99,
  )
  const failed = samples.filter((sample) => sample.failed).length / samples.length
  const grows = slope(weighed.slice(warmMinutes).map(({ site }) => site))
  const judged = weighed.length > warmMinutes + 3 // fewer minutes say nothing about growth
  console.log(
    `\nThe site grows by ${grows.toFixed(1)} MB a minute${judged ? '' : ' (too short to judge)'}; p99 ${p99.toFixed(0)} ms; ${(failed * 100).toFixed(2)} % failed.`,
  )
  return p99 <= promised.p99 && failed <= promised.failed && (!judged || grows <= promised.megabytesPerMinute)
}

rmSync(dataDir, { recursive: true, force: true })
const site = await startSite(dataDir, await freePort())
const client = new pg.Client({ connectionString: readFileSync(path.join(dataDir, 'database-url'), 'utf8').trim() })
client.on('error', () => {})
let held = false
try {
  await client.connect()
  held = judge(await soak(site, client))
  console.log(held ? 'Everything promised was held.' : 'NOT everything promised was held.')
} finally {
  await client.end()
  await stopSite(site)
}
process.exit(held ? 0 : 1)
