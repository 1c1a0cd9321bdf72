import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync } from 'node:zlib'
import { type Browser, chromium } from '@playwright/test'
import { findBrowser } from '../browser.ts'
import { fetchPage } from './fetched.ts'
import { inTurns } from './load.ts'
import { firstStory } from './pages.ts'
import { median, number, type Row, spreadOf } from './report.ts'
import type { MeasuredSite } from './site.ts'

const rounds = 9
/** Slow 4G and a phone a quarter as fast as this machine, as in performance.md. */
const [bytesPerSecond, latency, slower] = [(1.6 * 1024 * 1024) / 8, 150, 4]
const settleMs = 1_500

type Seen = Readonly<{ lcp: number; tbt: number; cls: number; scripts: number; bytes: number; requests: number; wrong: number }>

/**
 * Pages on a slow phone, beside the limit of performance.md: a plain page with its style inline and a picture, here the words and the picture of
 * the first page. What a plain page of the same words takes is told too; where there is no picture it is sooner than the limit.
 */
export async function measureBrowser(site: MeasuredSite): Promise<Row[]> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu'] })
  const limit = await servePlain(browser, site.url, '/')
  try {
    const rows: Row[] = []
    for (const path of ['/', await firstStory(site.url), '/history', '/share', '/ar'])
      rows.push(await rowOf(browser, site, path, limit.url))
    return rows
  } finally {
    limit.server.close()
    await browser.close()
  }
}

async function rowOf(browser: Browser, site: MeasuredSite, path: string, limit: string): Promise<Row> {
  await fetchPage(site.url, path)
  const plain = await servePlain(browser, site.url, path)
  const looks = { ours: site.url + path, limit, plain: plain.url }
  const heard = await inTurns(
    { ours: () => look(browser, looks.ours), limit: () => look(browser, looks.limit), plain: () => look(browser, looks.plain) },
    rounds,
  )
  plain.server.close()
  const of = (seen: readonly Seen[], name: keyof Seen) => median(seen.map((one) => one[name]))
  const told = (seen: readonly Seen[]) =>
    `LCP ${number(of(seen, 'lcp'))} ms, TBT ${number(of(seen, 'tbt'))} ms, CLS ${number(of(seen, 'cls'), 3)}, ${number(of(seen, 'scripts') / 1024, 1)} kB of scripts, ${number(of(seen, 'bytes') / 1024)} kB in ${of(seen, 'requests')} requests`
  const own = of(heard.plain, 'lcp')
  return {
    section: 'slow phone',
    what: `${path} and the limit, a plain page with a picture`,
    ours: told(heard.ours),
    peer: `LCP ${number(of(heard.limit, 'lcp'))} ms; a plain page of its own words ${number(own)} ms (× ${number(of(heard.ours, 'lcp') / own, 2)})`,
    ratio: of(heard.ours, 'lcp') / of(heard.limit, 'lcp'),
    reach: 'LCP ≤ 1.1, TBT 0, CLS 0, ≤ 12 kB, ≤ 10 requests',
    spread: spreadOf(heard.ours.map(({ lcp }) => lcp)),
    wrong: [...heard.ours, ...heard.limit, ...heard.plain].reduce((sum, { wrong }) => sum + wrong, 0),
  }
}

/** One first visit: nothing kept from before. */
async function look(browser: Browser, url: string): Promise<Seen> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
    isMobile: true,
    hasTouch: true,
  })
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  let [bytes, scripts, requests, wrong] = [0, 0, 0, 0]
  const isScript = new Set<string>()
  network.on('Network.responseReceived', ({ requestId, type, response }) => {
    // The browser's own pictures on its player.
    if (response.url.startsWith('data:')) return
    requests += 1
    if (type === 'Script') isScript.add(requestId)
    if (response.status >= 400) wrong += 1
  })
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength
    if (isScript.has(requestId)) scripts += encodedDataLength
  })
  await network.send('Network.enable')
  const speed = { downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond / 2, latency, offline: false }
  await network.send('Network.emulateNetworkConditions', speed)
  await network.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await page.addInitScript(watch)
  await page.goto(url, { waitUntil: 'load', timeout: 60_000 })
  await page.waitForTimeout(settleMs)
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: { lcp: number; tbt: number; cls: number } }).seen)
  await context.close()
  return { ...seen, scripts, bytes, requests, wrong }
}

/** Runs in the page, before anything of it. */
function watch(): void {
  const seen = { lcp: 0, tbt: 0, cls: 0 }
  Object.assign(globalThis, { seen })
  const follow = (type: string, hear: (entry: PerformanceEntry & { value?: number; hadRecentInput?: boolean }) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({ type, buffered: true })
  follow('largest-contentful-paint', (entry) => {
    seen.lcp = entry.startTime
  })
  follow('longtask', (entry) => {
    const [paint] = performance.getEntriesByName('first-contentful-paint')
    if (paint && entry.startTime >= paint.startTime) seen.tbt += Math.max(0, entry.duration - 50)
  })
  follow('layout-shift', (entry) => {
    if (!entry.hadRecentInput) seen.cls += entry.value ?? 0
  })
}

/** The words and the largest picture in sight of a page, as plainly as they can be served. */
export async function servePlain(browser: Browser, site: string, path: string): Promise<{ url: string; server: http.Server }> {
  const page = await browser.newPage({ viewport: { width: 412, height: 823 } })
  await page.goto(site + path)
  const { words, picture, height } = await page.evaluate(() => {
    const pictures = [...document.querySelectorAll<HTMLImageElement | HTMLVideoElement>('img, video[poster]')]
    const sourceOf = (shown: HTMLImageElement | HTMLVideoElement) => (shown instanceof HTMLVideoElement ? shown.poster : shown.currentSrc)
    const seen = pictures.filter((shown) => shown.getBoundingClientRect().top < innerHeight && sourceOf(shown))
    const area = (shown: Element) => shown.clientWidth * shown.clientHeight
    const largest = seen.sort((a, b) => area(b) - area(a))[0]
    const main = document.querySelector('main')
    return { words: main?.innerText ?? '', picture: largest ? sourceOf(largest) : null, height: largest?.clientHeight ?? 0 }
  })
  await page.close()
  const image = picture ? await fetch(picture) : null
  const bytes = image && Buffer.from(await image.arrayBuffer())
  const asText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const html = `<!DOCTYPE html><html lang="en"><meta name="viewport" content="width=device-width"><title>Plain</title><style>body{font:1.1rem/1.6 sans-serif;margin:1rem}img{width:100%;height:${height}px}</style>${image ? '<img src="/picture" alt="">' : ''}${asText(
    words,
  )
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')}</html>`
  const packed = brotliCompressSync(html)
  const server = http.createServer((request, response) => {
    if (request.url === '/picture' && image && bytes)
      return response.setHeader('content-type', image.headers.get('content-type') ?? '').end(bytes)
    if (request.url !== '/') return response.writeHead(204).end()
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' }).end(packed)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server }
}
