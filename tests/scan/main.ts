import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { freePort, startSite, stopSite } from '../support/site.ts'
import { answerTo, type Question, questions, staffQuestions, stepQuestion } from './kinds.ts'
import { loadTools, type Verdict } from './tools.ts'

// `npm run scan -- --tools folder`: every kind of answer of a site, judged by two programs of others. In that folder once:
//   npm install --ignore-scripts @mdn/mdn-http-observatory csp_evaluator

const { values } = parseArgs({ options: { tools: { type: 'string', default: '.data-scan-tools' } } })
const wanted = { score: 125, scoreForOthers: 120, high: 0 }
const dataDir = path.resolve('.data-scan')

type Row = Readonly<{ question: Question; status: number; verdict: Verdict }>

async function signedIn(client: pg.Client): Promise<string> {
  const [id, token] = [randomUUID(), randomBytes(32).toString('base64url')]
  await client.query('insert into staff_user (id, email, name, role) values ($1, $2, $3, $4)', [
    id,
    'scan@example.org',
    'Sample admin',
    'admin',
  ])
  await client.query(
    `insert into staff_session (id, token_hash, user_id, created_at, last_seen_at, expires_at) values ($1, $2, $3, now(), now(), now() + interval '8 hours')`,
    [randomUUID(), createHash('sha256').update(token).digest('hex'), id],
  )
  return `__Host-hob-session=${token}`
}

async function first(client: pg.Client, query: string): Promise<string> {
  const { rows } = await client.query<{ first: string }>(query)
  return rows[0]?.first ?? ''
}

/** Runs `work` while pages cannot be made: first because a table is not there, then because the database is away. */
async function whileBroken(client: pg.Client, databaseUrl: string, work: (question: Question) => Promise<void>): Promise<void> {
  await client.query('alter table story_text rename to story_text_away')
  await work({ name: 'fault of ours', path: '/stories?fault=1', status: 500 })
  await client.query('alter table story_text_away rename to story_text')
  const other = new pg.Client({ connectionString: databaseUrl.replace(/\/[^/?]+(\?|$)/, '/postgres$1') })
  await other.connect()
  const name = pg.escapeIdentifier(new URL(databaseUrl).pathname.slice(1))
  await other.query(`alter database ${name} allow_connections false`)
  await other.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [new URL(databaseUrl).pathname.slice(1)])
  await work({ name: 'database away', path: '/share', status: 503 })
  await work({ name: 'health, database away', path: '/api/health', status: 503 })
  await other.query(`alter database ${name} allow_connections true`)
  await other.end()
}

function print(rows: readonly Row[], wrong: readonly string[]): void {
  console.log('| kind | address | status | Observatory | csp_evaluator: high | medium | perhaps |')
  console.log('|---|---|---|---|---|---|---|')
  for (const { question, status, verdict } of rows)
    console.log(
      `| ${question.name} | \`${question.method ?? 'GET'} ${question.path.split('?')[0]}\` | ${status} | ${verdict.score} ${verdict.grade} | ${verdict.high} | ${verdict.medium} | ${verdict.maybe} |`,
    )
  const scores = rows.map(({ verdict }) => verdict.score)
  console.log(`\n${rows.length} kinds, Observatory ${Math.min(...scores)} to ${Math.max(...scores)}.`)
  for (const line of wrong) console.log(line)
}

const judge = await loadTools(path.resolve(values.tools))
rmSync(dataDir, { recursive: true, force: true })
const site = await startSite(dataDir, await freePort(), () => {}, { SITE_URL: 'https://stories.test' })
const rows: Row[] = []
const wrong: string[] = []
const scan = async (question: Question) => {
  const answered = await answerTo(site.url, question)
  const verdict = judge(answered)
  rows.push({ question, status: answered.status, verdict })
  const { name, path: place, status } = question
  if (answered.status !== status) wrong.push(`${name} ${place}: ${answered.status} instead of ${status}`)
  const least = question.forOthers ? wanted.scoreForOthers : wanted.score
  if (verdict.score < least || verdict.high > wanted.high)
    wrong.push(`${name} ${place}: ${verdict.score}, ${verdict.high} high; ${verdict.losses.join(', ')}`)
}
try {
  const databaseUrl = readFileSync(path.join(dataDir, 'database-url'), 'utf8').trim()
  const client = new pg.Client({ connectionString: databaseUrl })
  client.on('error', () => {}) // the scan cuts every connection in the end
  await client.connect()
  const story = await first(client, 'select slug as first from story where release_at <= now() order by slug desc limit 1')
  const entry =
    /\/history\/([a-z0-9-]+)<\/loc>/.exec((await (await fetch(`${site.url}/sitemap.xml`)).text()).replaceAll('/history/facts<', ''))?.[1] ??
    ''
  const linking = await (await fetch(`${site.url}/entry`)).text()
  const style = /href="(\/_next\/static\/[^"]+\.css)/.exec(linking)?.[1] ?? ''
  for (const question of [...questions(story, entry, style), await stepQuestion(site.url), ...staffQuestions(await signedIn(client))])
    await scan(question)
  await whileBroken(client, databaseUrl, scan)
  await client.end().catch(() => {})
} finally {
  await stopSite(site)
}
print(rows, wrong)
process.exit(wrong.length ? 1 : 0)
