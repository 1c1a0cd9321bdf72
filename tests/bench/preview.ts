import { readFile } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import { writeFilmModules } from '../../server/film-modules.ts'
import { findBrowser } from '../browser.ts'
import { median, number, type Row } from './report.ts'

/** One film in a row of frames: milliseconds of each, in order, until its calls have returned and until its pixels are there. */
type Drawn = Readonly<{ calls: number[]; pixels: number[] }>

const place = 'http://preview.test/'
const moments = 200

/** Frames as the film desk draws them, in a browser without a graphics card, all over a shipped film. */
export async function measurePreview(): Promise<Row[]> {
  await writeFilmModules('.')
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage()
    await page.route(`${place}**`, (route) => {
      const { pathname } = new URL(route.request().url())
      return pathname === '/' ? route.fulfill({ contentType: 'text/html', body: '<canvas>' }) : route.fulfill({ path: `public${pathname}` })
    })
    await page.goto(place)
    const script = await readFile('lib/films/scripts/luis.json', 'utf8')
    const { calls, pixels } = await page.evaluate(drawAll, { script, moments })
    const row = { section: 'film', spread: null, wrong: 0, ratio: null, peer: '' }
    return [
      { ...row, what: 'one frame of the preview, its calls', ours: timesOf(calls), reach: '< 8 ms' },
      { ...row, what: 'one frame of the preview and its pixels, without a graphics card', ours: timesOf(pixels), reach: '' },
    ]
  } finally {
    await browser.close()
  }
}

const timesOf = (times: readonly number[]) => `${number(median([...times]), 1)} ms, slowest ${number(times.at(-1) ?? 0, 1)} ms`

/** Runs in the page. */
async function drawAll({ script, moments }: { script: string; moments: number }): Promise<Drawn> {
  const engine: typeof import('#lib/films/engine/engine.ts') = await import(new URL('/modules/films/engine.js', location.href).href)
  await engine.loadFaces(document.fonts)
  const film = JSON.parse(script)
  const canvas = document.querySelector('canvas') as HTMLCanvasElement
  Object.assign(canvas, { width: 1280, height: 720 })
  const { total } = engine.timeline(film)
  const timed = async (c: CanvasRenderingContext2D, shows: boolean) => {
    const times: number[] = []
    for (let at = 0; at < moments; at++) {
      await new Promise(requestAnimationFrame)
      const begun = performance.now()
      engine.drawFrame(c, film, (total * at) / moments, 1280, 720)
      if (shows) c.getImageData(0, 0, 1, 1)
      times.push(performance.now() - begun)
    }
    return times.sort((a, b) => a - b)
  }
  const shown = canvas.getContext('2d')
  const kept = new OffscreenCanvas(1280, 720).getContext('2d', { willReadFrequently: true }) as unknown as CanvasRenderingContext2D
  if (!shown) throw new Error('no canvas')
  return { calls: await timed(shown, false), pixels: await timed(kept, true) }
}
