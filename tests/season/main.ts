import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { connect } from '#lib/foundation/db.ts'
import { seasonOf } from '#prisma/seed/season.ts'
import { freePort, startSite, stopSite } from '../support/site.ts'

// `npm run season`: a whole season on a site and a database of its own, from screening to paid awards, by clicking in a browser. 296 entries,
// read by 8 reviewers of whom one is harsh and one lenient, are there from the start; four more enter. SEASON_PICTURES=<folder> keeps
// pictures of every page; SEASON_SITE and DATA_DIR walk on a site that runs already.
process.chdir(fileURLToPath(new URL('../..', import.meta.url)))

async function walkOn(url: string, dataDir: string): Promise<void> {
  process.env.DATA_DIR = dataDir
  const db = connect((await readFile(path.join(dataDir, 'database-url'), 'utf8')).trim(), 2)
  await seasonOf(db, { entries: 296, reviewers: 8, harsh: true, lenient: true })
  await db.$disconnect()
  let last = performance.now()
  const say = (what: string) => {
    console.log(`▸ ${what} ${((performance.now() - last) / 1000).toFixed(1)} s`)
    last = performance.now()
  }
  // After the data folder is known: what reads letters asks for it when it loads.
  const { walkSeason } = await import('./walk.ts')
  await walkSeason(url, say)
}

async function main(): Promise<void> {
  const running = process.env.SEASON_SITE
  if (running) return walkOn(running, process.env.DATA_DIR ?? '.data')
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'season-'))
  const site = await startSite(dataDir, await freePort(), (text) => process.stdout.write(text))
  try {
    await walkOn(site.url, dataDir)
  } finally {
    await stopSite(site)
    await rm(dataDir, { recursive: true, force: true })
  }
}

try {
  await main()
  console.log('The season is told: every entry has its answer, and the first award is paid.')
} catch (error) {
  console.error(error)
  process.exit(1)
}
process.exit()
