import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './browser.ts'
import { freePort, startSite, stopSite } from './support/site.ts'

// `npm test`: types, unit, database and process tests, then the browser tests against a production build, then one closing count.
const root = fileURLToPath(new URL('..', import.meta.url))
const place = path.join(root, '.data-test')
process.chdir(root)

class Failed extends Error {}

/** Runs one program of node_modules/.bin or Node itself to its end; throws when it fails. */
async function run(name: string, command: string, args: string[], env: Readonly<Record<string, string>> = {}): Promise<void> {
  const begun = performance.now()
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  const [code] = (await once(child, 'exit')) as [number | null]
  console.log(`▸ ${name} ${((performance.now() - begun) / 1000).toFixed(1)} s`)
  if (code !== 0) throw new Failed(`${name} failed`)
}

type UnitReport = { numPassedTests: number; numTotalTests: number }
type BrowserReport = { stats: { expected: number; unexpected: number; flaky: number } }

async function counts(): Promise<string> {
  const unit = JSON.parse(await readFile(path.join(place, 'unit.json'), 'utf8')) as UnitReport
  const { stats } = JSON.parse(await readFile(path.join(place, 'e2e.json'), 'utf8')) as BrowserReport
  const browser = stats.expected + stats.flaky
  return `${unit.numPassedTests + browser} tests passed: ${unit.numPassedTests} unit, database and process, ${browser} browser`
}

async function all(): Promise<void> {
  const begun = performance.now()
  await mkdir(place, { recursive: true })
  const chromium = findBrowser()
  await run('client', 'prisma', ['--config', '.config/prisma.ts', 'generate'])
  await rm('.next/dev/types', { recursive: true, force: true }) // left by the development server, they contradict the ones made now
  await run('route types', 'next', ['typegen'])
  await run('types', 'tsc', ['--noEmit', '-p', '.'])
  await run('format and lint', 'biome', ['check', '--error-on-warnings', '.'])
  await run('unit, database and process tests', 'vitest', [
    'run',
    '-c',
    'tests/vitest.config.ts',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${path.join(place, 'unit.json')}`,
  ])
  const dataDir = path.join(place, 'site')
  await rm(dataDir, { recursive: true, force: true })
  const site = await startSite(dataDir, await freePort(), (text) => process.stdout.write(text))
  try {
    const env = { CHROMIUM_PATH: chromium, SITE_URL: site.url, STAFF_LINK: site.staffLink, DATA_DIR: site.dataDir }
    await run('browser tests', 'playwright', ['test', '-c', 'tests/playwright.config.ts'], env)
  } finally {
    await stopSite(site)
  }
  console.log(`\n${await counts()} (${((performance.now() - begun) / 1000).toFixed(0)} s)`)
}

try {
  await all()
} catch (error) {
  console.error(error instanceof Failed ? `\n${error.message}: the lines above say why.` : error)
  process.exit(1)
}
process.exit()
