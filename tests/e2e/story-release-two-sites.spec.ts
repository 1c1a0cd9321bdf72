import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { freePort } from '../support/site.ts'
import { signInAs } from '../support/staff.ts'
import { beginStory, scheduleRelease, sendFiles, writeCaptions, writeWords } from '../support/story-desk.ts'

const dataDir = process.env.DATA_DIR ?? '.data-dev'
/** How long before the release the two sites believe to start: time to look at both and to start one again. */
const ahead = 45_000

type Running = { child: ChildProcess; url: string; stop: () => Promise<unknown> }

/** Another site on the same database and build, whose clock ran to `start` when `began` was now. */
async function another(port: number, start: Date, began: number): Promise<Running> {
  const url = `http://localhost:${port}`
  const own = {
    NODE_ENV: 'production',
    PORT: String(port),
    SITE_URL: url,
    DATABASE_URL: (await readFile(path.join(dataDir, 'database-url'), 'utf8')).trim(),
    DATA_DIR: dataDir,
    AUTH_SECRET: randomBytes(32).toString('hex'),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    ALLOW_FAKE_CLOCK: '1',
    CAMPAIGN_NOW: start.toISOString(),
    CAMPAIGN_CLOCK_STARTED: String(began),
  }
  const child = spawn(process.execPath, ['server/site.ts'], { stdio: 'ignore', env: Object.assign({ ...process.env }, own) })
  const answers = () =>
    fetch(`${url}/api/health`).then(
      () => true,
      () => false,
    )
  await expect.poll(answers, { intervals: [200], timeout: 20_000 }).toBe(true)
  return { child, url, stop: () => Promise.all([once(child, 'exit'), child.kill('SIGTERM')]) }
}

/** Everything that could show a story to a visitor, and whether it does: an address answers, or a text names it. */
async function traces(url: string, { slug, files }: { slug: string; files: readonly string[] }): Promise<[string, boolean][]> {
  const page = `/stories/${slug}`
  const oembed = `/oembed?url=${encodeURIComponent(url + page)}`
  const own = [page, `/ar${page}`, `${page}/embed`, `${page}/tracks/captions/en`, oembed, ...files]
  const naming = ['/', '/stories', '/es/stories', '/feed.xml', '/sitemap.xml', '/schedule.ics']
  const answers = own.map(async (at): Promise<[string, boolean]> => [url + at, (await fetch(url + at)).status === 200])
  const named = new RegExp([slug, ...files].join('|'))
  const names = naming.map(async (at): Promise<[string, boolean]> => [url + at, named.test(await (await fetch(url + at)).text())])
  return Promise.all([...answers, ...names])
}

test('a release is everywhere at its second on two sites, one of them started again, and nowhere before', async ({ page }) => {
  test.setTimeout(180_000)
  await signInAs(page, 'editor')
  const { here, slug } = await beginStory(page)
  await writeWords(page, here, 'en', 'A sample title')
  await writeCaptions(page, here, 'en')
  const story = { slug, files: await sendFiles(page, here) }
  const releaseAt = await scheduleRelease(page, here)
  const began = Date.now()
  const left = () => ahead - (Date.now() - began)
  const [one, two] = [await freePort(), await freePort()]
  const start = (port: number) => another(port, new Date(releaseAt.getTime() - ahead), began)
  const running = await Promise.all([start(one), start(two)])
  const look = async () => (await Promise.all(running.map(({ url }) => traces(url, story)))).flat()
  try {
    const before = await look()
    expect(left()).toBeGreaterThan(0)
    expect(before.filter(([, shown]) => shown)).toEqual([])
    await running[1].stop()
    running[1] = await start(two)
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, left())))
    // Asked again where a busy machine kept a site from answering at all.
    await expect.poll(async () => (await look()).filter(([, shown]) => !shown), { timeout: 20_000 }).toEqual([])
  } finally {
    await Promise.all(running.map(({ stop }) => stop()))
  }
})
