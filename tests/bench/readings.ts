import pg from 'pg'
import { to } from 'pg-copy-streams'
import { copyOut } from '#lib/foundation/copy-out.ts'
import { env } from '#lib/foundation/env.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { submissionsExport } from '#lib/submissions/staff/export.ts'
import { readFilters } from '#lib/submissions/staff/filters.ts'
import { entryPage } from '#lib/submissions/staff/list.ts'

// One round of reading the database DATABASE_URL names, in a process of its own: `queue` or `export`. Prints one line of JSON.

const url = env().DATABASE_URL ?? ''
const client = new pg.Client({ connectionString: url })
await client.connect()
const read = process.argv[2] === 'export' ? exporting : listing
console.log(JSON.stringify(await read()))
process.exit()

type Entry = { reference: string; email: string; story: string }

/** The entry so far down the list of all. */
async function entryAt(part: number): Promise<Entry> {
  const { rows } = await client.query<Entry>(
    `select reference, email, story from submission where email <> '' and submitted_at <= (select min(submitted_at) + (max(submitted_at) - min(submitted_at)) * $1
     from submission) order by submitted_at desc, id desc limit 1`,
    [1 - part],
  )
  if (!rows[0]) throw new Error('no sample entries')
  return rows[0]
}

/** Milliseconds of each kind of page of the queue, the middle of five. */
async function listing(): Promise<Record<string, number>> {
  const admin: StaffActor = {
    kind: 'staff',
    id: '00000000-0000-7000-8000-000000000000',
    role: 'admin',
    email: 'a',
    name: null,
    independent: false,
  }
  const [half, deep, early] = [await entryAt(0.5), await entryAt(0.97), await entryAt(0.2)]
  const word = /sample[0-9a-f]{9}/.exec(early.story)?.[0] ?? ''
  const page =
    (query: Record<string, string>, place: Parameters<typeof entryPage>[2] = null) =>
    () =>
      entryPage(admin, readFilters(query), place)
  const cases = {
    'list, first page': page({}),
    'list, half way down': page({ status: 'all' }, { older: half.reference }),
    'list, 97 % down': page({}, { older: deep.reference }),
    'list, four filters, common': page({ status: 'eligible', theme: 'family', language: 'en', region: 'open' }),
    'list, four filters, rare': page({ status: 'needs_info', theme: 'other', language: 'is', platform: 'vk' }),
    'search, a reference': page({ q: half.reference }),
    'search, part of an address': page({ status: 'all', q: half.email.slice(7, 20) }),
    'search, a common word': page({ status: 'all', q: 'sample' }),
    'search, a word that occurs once': page({ status: 'all', q: word }),
  }
  const found: Record<string, number> = {}
  for (const [name, ask] of Object.entries(cases)) found[name] = await middleOf(ask)
  return found
}

async function middleOf(ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const begun = performance.now()
    await ask()
    times.push(performance.now() - begun)
  }
  return times.sort((a, b) => a - b)[2] ?? Number.NaN
}

/** Rows a second of the full export, of PostgreSQL's own COPY of the same columns, and how much memory the export took on top, in megabytes. */
async function exporting(): Promise<Record<string, number>> {
  const query = submissionsExport('full', 'csv')
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from submission')
  const all = rows[0]?.n ?? 0
  // A site that serves pages has grown its young heap long before: let this process do so, too.
  let warm = 0
  for await (const part of copyOut(query, 'csv', async () => {})) {
    warm += part.length
    if (warm > 20_000_000) break
  }
  const idle = process.memoryUsage().rss
  let [most, sent, bytes] = [idle, 0, 0]
  const tell = async (written: number) => {
    sent = written
  }
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 20)
  const ours = await secondsOf(async () => {
    for await (const part of copyOut(query, 'csv', tell)) bytes += part.length
  })
  clearInterval(watch)
  const plain = query.replaceAll(/sheet_cell\(((?:[^()]|\([^()]*\))*)\)/g, '$1')
  await client.query('set jit = off; set statement_timeout = 0')
  const copy = await secondsOf(async () => {
    for await (const part of client.query(to(`copy (${plain}) to stdout (format csv)`))) bytes += (part as Buffer).length
  })
  return { ours: all / ours, copy: all / copy, megabytes: (most - idle) / 1024 / 1024, wrong: sent === all && bytes > 0 ? 0 : 1, rows: all }
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}
