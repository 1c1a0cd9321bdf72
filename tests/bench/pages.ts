import { brotliDecompressSync } from 'node:zlib'
import { fetchPage, type Page } from './fetched.ts'
import { inTurns, loadPage, type Round } from './load.ts'
import { startBarePages, startNext, startNginx } from './peers.ts'
import { median, missing, number, type Row, spreadOf } from './report.ts'
import type { Running } from './running.ts'
import type { MeasuredSite } from './site.ts'

const rounds = 3
const seconds = 3
const cached = ['/', '/history'] as const
const dynamicPage = '/share'

type Contender = 'site' | 'nginx' | 'bare' | 'static'

/** Cached public pages beside the limits, and a page made for each request beside the smallest one that asks the database once. */
export async function measurePages(site: MeasuredSite): Promise<Row[]> {
  const paths = [...cached, await firstStory(site.url)]
  for (const path of paths) await fetchPage(site.url, path) // kept from now on
  const pages = await Promise.all(paths.map((path) => fetchPage(site.url, path)))
  const peers = { nginx: await startNginx(pages), bare: await startBarePages(pages), next: await startNext(site.databaseUrl) }
  try {
    const rows: Row[] = []
    for (const page of pages) rows.push(...(await cachedRows(site, peers, page)))
    rows.push(await dynamicRow(site, peers.next))
    return rows
  } finally {
    for (const peer of Object.values(peers)) await peer?.stop()
  }
}

type Peers = Readonly<{ nginx: Running | null; bare: Running; next: Running }>

async function cachedRows(site: MeasuredSite, { nginx, bare, next }: Peers, page: Page): Promise<Row[]> {
  const heard = await inTurns<Contender, Round>(
    {
      site: () => loadPage(site, page.path, seconds),
      nginx: () => (nginx ? loadPage(nginx, page.path, seconds) : Promise.resolve(none)),
      bare: () => loadPage(bare, page.path, seconds),
      static: () => loadPage(next, '/', seconds),
    },
    rounds,
  )
  const what = `${page.path} (${number(page.body.length / 1024, 1)} kB br)`
  const compare = (peer: Contender, name: string, reach: string) => rowOf(`${what} and ${name}`, heard.site, heard[peer], reach)
  const wrong = await differences(site.url, page)
  const first = nginx ? compare('nginx', 'nginx, same bytes', '0.5') : missing('cached page', `${what} and nginx`, 'nginx')
  return [
    { ...first, wrong: first.wrong + wrong },
    compare('bare', 'node:http, same bytes', ''),
    compare('static', 'a static Next page', '20'),
  ]
}

const none: Round = { rate: Number.NaN, p99: Number.NaN, cpu: Number.NaN, wrong: 0 }

async function dynamicRow(site: MeasuredSite, next: Running): Promise<Row> {
  const heard = await inTurns({ site: () => loadPage(site, dynamicPage, seconds), peer: () => loadPage(next, '/asked', seconds) }, rounds)
  return { ...rowOf(`${dynamicPage} and a Next page of one query`, heard.site, heard.peer, '2'), section: 'page made for each request' }
}

function rowOf(what: string, ours: readonly Round[], peers: readonly Round[], reach: string): Row {
  const [rate, peer] = [ours, peers].map((rounds) => median(rounds.map((round) => round.rate))) as [number, number]
  return {
    section: 'cached page',
    what,
    ours: told(ours),
    peer: told(peers),
    ratio: rate / peer,
    reach: reach && `≥ ${reach}`,
    spread: spreadOf(ours.map((round) => round.rate)),
    wrong: [...ours, ...peers].reduce((sum, round) => sum + round.wrong, 0),
  }
}

function told(rounds: readonly Round[]): string {
  const of = (pick: (round: Round) => number) => median(rounds.map(pick))
  return `${number(of((round) => round.rate))}/s, p99 ${number(
    of((round) => round.p99),
    1,
  )} ms, ${number(
    of((round) => round.cpu),
    3,
  )} ms CPU each`
}

/** How many of twenty answers are not the page; one made anew is packed less tightly. */
async function differences(url: string, page: Page): Promise<number> {
  const asked = await Promise.all(Array.from({ length: 20 }, () => fetchPage(url, page.path)))
  const plain = brotliDecompressSync(page.body)
  return asked.filter(({ status, body }) => status !== 200 || !brotliDecompressSync(body).equals(plain)).length
}

/** The path of a story that is out. */
export async function firstStory(url: string): Promise<string> {
  const html = await (await fetch(`${url}/stories`)).text()
  const path = /href="(\/stories\/[a-z0-9-]+)"/.exec(html)?.[1]
  if (!path) throw new Error('no story is out')
  return path
}
