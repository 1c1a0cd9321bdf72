import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { inTurns } from './load.ts'
import { median, number, type Row, spreadOf } from './report.ts'
import { environmentOf } from './running.ts'
import type { MeasuredSite } from './site.ts'

const run = promisify(execFile)
const rounds = 3
const thousand = 1_000

/** How many rows the large database gets, or the address of one that is filled already. */
export type Size = Readonly<{ rows: number; database: string | undefined }>

/** The same pages of the queue over a thousand entries and over many. */
export async function measureQueue(site: MeasuredSite, size: Size): Promise<Row[]> {
  const [small, large] = [await filled(site, thousand), size.database ?? (await filled(site, size.rows))]
  const heard = await inTurns({ small: () => readings(site, small, 'queue'), large: () => readings(site, large, 'queue') }, rounds)
  const rows = await rowsIn(large)
  return Object.keys(heard.small[0] ?? {}).map((name) => {
    const [before, after] = [heard.small, heard.large].map((all) => all.map((round) => round[name] ?? Number.NaN)) as [number[], number[]]
    return {
      section: 'queue',
      what: `${name}; ${number(rows)} entries and 1,000`,
      ours: `${number(median(after), 1)} ms`,
      peer: `${number(median(before), 1)} ms`,
      ratio: median(after) / median(before),
      reach: name.startsWith('search') ? '≤ 10' : '≤ 2',
      spread: spreadOf(after),
      wrong: 0,
    }
  })
}

/** The full export beside PostgreSQL's own COPY of the same columns. */
export async function measureExport(site: MeasuredSite, size: Size): Promise<Row[]> {
  const large = size.database ?? (await filled(site, size.rows))
  const heard: Record<string, number>[] = []
  for (let round = 0; round < rounds; round += 1) heard.push(await readings(site, large, 'export'))
  const of = (name: string) => heard.map((round) => round[name] ?? Number.NaN)
  const figure = { section: 'export', spread: spreadOf(of('ours')), wrong: of('wrong').reduce((sum, one) => sum + one, 0) }
  const [ours, copy] = [median(of('ours')), median(of('copy'))]
  return [
    {
      ...figure,
      what: `full export of ${number(median(of('rows')))} entries, and COPY of the same columns`,
      ...{ ours: `${number(ours)} rows/s`, peer: `${number(copy)} rows/s`, ratio: ours / copy, reach: '≥ 0.5' },
    },
    { ...figure, what: 'its memory above idle', ours: `${number(median(of('megabytes')))} MB`, peer: '', ratio: null, reach: '≤ 64 MB' },
  ]
}

async function readings(site: MeasuredSite, database: string, what: string): Promise<Record<string, number>> {
  const env = Object.assign({ ...process.env }, environmentOf(site.sitePid), { DATABASE_URL: database })
  const { stdout } = await run(process.execPath, ['--conditions=react-server', 'tests/bench/readings.ts', what], { env })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Record<string, number>
}

/** A database with so many sample entries on the server of the site, filled once. */
async function filled(site: MeasuredSite, rows: number): Promise<string> {
  const [name, address] = [`bench_${rows}`, new URL(site.databaseUrl)]
  address.pathname = `/${name}`
  const { rowCount } = await site.database.query('select from pg_database where datname = $1', [name])
  if (rowCount && (await rowsIn(address.toString()).catch(() => 0)) === rows) return address.toString()
  console.log(`▸ filling a database with ${number(rows)} sample entries`)
  await site.database.query(`drop database if exists ${name}`)
  await site.database.query(`create database ${name}`)
  const env = Object.assign({ ...process.env }, environmentOf(site.sitePid), { DATABASE_URL: address.toString() })
  const { runMigrations } = await import('graphile-worker')
  await runMigrations({ connectionString: address.toString() })
  await run(process.execPath, ['--conditions=react-server', 'prisma/seed/fill.ts', '--entries', String(rows)], { env })
  return address.toString()
}

async function rowsIn(database: string): Promise<number> {
  const pg = (await import('pg')).default
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from submission').finally(() => client.end())
  return rows[0]?.n ?? 0
}
