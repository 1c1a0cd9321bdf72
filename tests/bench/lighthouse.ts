import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'
import { findBrowser } from '../browser.ts'
import { servePlain } from './browser.ts'
import { fetchPage } from './fetched.ts'
import { firstStory } from './pages.ts'
import { npmTool, place } from './peers.ts'
import type { Row } from './report.ts'
import type { MeasuredSite } from './site.ts'

const run = promisify(execFile)
const rounds = 3
const languages = ['', '/es', '/ar']
/** What it says when its own recording began too late: the run is made again, once. */
const unrecorded = /NO_NAVSTART/
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

type Report = { categories: Record<(typeof categories)[number], { score: number | null }> }

/** Lighthouse for phones on every kind of public page, in each language, three runs in a row, beside a page of words without style; the lowest of them counts. */
export async function measureLighthouse(site: MeasuredSite): Promise<Row[]> {
  const cli = path.join(await npmTool('lighthouse'), 'cli/index.js')
  const story = await firstStory(site.url)
  const pages = ['/', '/stories', story, '/history', '/results', '/rules', '/privacy', '/accessibility', '/share']
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu'] })
  const plain = await servePlain(browser, site.url, '/')
  await browser.close()
  const peer = await scoresOf(cli, [plain.url])
  plain.server.close()
  const rows: Row[] = []
  for (const page of pages) {
    const addresses = languages.map((language) => `${site.url}${language}${page === '/' && language ? '' : page}`)
    const ours = await scoresOf(cli, addresses)
    rows.push(rowOf(page, ours, peer))
    console.log(`  ${page} ${rows.at(-1)?.ours} ${rows.at(-1)?.peer}`)
  }
  return rows
}

type Scores = Readonly<{ lowest: string; wrong: number }>

/** Three runs of each address in a row, and of each category the lowest score of all. */
async function scoresOf(cli: string, addresses: readonly string[]): Promise<Scores> {
  const scores: (readonly number[])[] = []
  let wrong = 0
  for (const address of addresses) {
    // As it is for all but its first visitor of a minute: made, and kept.
    const { origin, pathname } = new URL(address)
    await fetchPage(origin, pathname)
    for (let round = 0; round < rounds; round += 1) {
      const score = await scoreOf(cli, address)
        .catch((error) => (unrecorded.test(String(error?.stderr)) ? scoreOf(cli, address) : Promise.reject(error)))
        .catch((error) => console.error(`  ${address}: ${String(error?.stderr ?? error).slice(-600)}`))
      if (score) scores.push(score)
      else wrong += 1
    }
  }
  const lowest = categories.map((_, index) => Math.min(...scores.map((score) => score[index] ?? 0)))
  return { lowest: lowest.join(' · '), wrong }
}

function rowOf(page: string, ours: Scores, peer: Scores): Row {
  return {
    section: 'Lighthouse',
    what: `${page} in ${languages.length} languages, lowest of ${rounds} runs each, and a plain page`,
    ours: ours.lowest,
    peer: peer.lowest,
    ratio: null,
    reach: '100 · 100 · 100 · 100',
    spread: null,
    wrong: ours.wrong + peer.wrong,
  }
}

async function scoreOf(cli: string, address: string): Promise<number[]> {
  const file = path.join(place, 'lighthouse.json')
  const flags = ['--output=json', `--output-path=${file}`, '--quiet', '--chrome-flags=--headless=new --no-sandbox --disable-gpu']
  const env = Object.assign({ ...process.env }, { CHROME_PATH: findBrowser() })
  await run(process.execPath, [cli, address, ...flags], { env, timeout: 120_000 })
  const report = JSON.parse(await readFile(file, 'utf8')) as Report
  return categories.map((name) => Math.round((report.categories[name].score ?? 0) * 100))
}
