import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { findBrowser } from '../browser.ts'
import { firstStory } from './pages.ts'
import { npmTool, place } from './peers.ts'
import type { Row } from './report.ts'
import type { MeasuredSite } from './site.ts'

const run = promisify(execFile)
const rounds = 3
const languages = ['', '/es', '/ar']
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

type Report = { categories: Record<(typeof categories)[number], { score: number | null }> }

/** Lighthouse for phones on every kind of public page, in each language, three runs in a row; the lowest of them counts. */
export async function measureLighthouse(site: MeasuredSite): Promise<Row[]> {
  const cli = path.join(await npmTool('lighthouse'), 'cli/index.js')
  const story = await firstStory(site.url)
  const pages = ['/', '/stories', story, '/history', '/results', '/rules', '/privacy', '/accessibility', '/share']
  const rows: Row[] = []
  for (const page of pages) {
    const scores: (readonly number[])[] = []
    let wrong = 0
    for (const language of languages) {
      for (let round = 0; round < rounds; round += 1) {
        const address = `${site.url}${language}${page === '/' && language ? '' : page}`
        const score = await scoreOf(cli, address).catch(() => null)
        if (score) scores.push(score)
        else wrong += 1
      }
    }
    rows.push(rowOf(page, scores, wrong))
    console.log(`  ${page} ${rows.at(-1)?.ours}`)
  }
  return rows
}

function rowOf(page: string, scores: readonly (readonly number[])[], wrong: number): Row {
  const lowest = categories.map((_, index) => Math.min(...scores.map((score) => score[index] ?? 0)))
  const what = `${page} in ${languages.length} languages, lowest of ${rounds} runs each`
  return {
    section: 'Lighthouse',
    what,
    ours: lowest.join(' · '),
    peer: '',
    ratio: null,
    reach: '100 · 100 · 100 · 100',
    spread: null,
    wrong,
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
