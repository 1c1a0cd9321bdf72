import { open, readFile } from 'node:fs/promises'
import path from 'node:path'
import { frameCount, timeline } from '#lib/films/engine/timeline.ts'
import type { Encoding } from '#lib/films/render/encoder.ts'
import { findEncoder } from '#lib/films/render/ladder.ts'
import { encodeFilm } from '#lib/films/render/make.ts'
import { readScript } from '#lib/films/script/schema.ts'

// One step with a shipped film: `whole` renders it; of its beginning `frames` draws all frames into one file (the whole film's would
// take 4 GB), `ours` renders it, `alone` lets the encoder alone make the same film of those frames. Prints one line of JSON.

const atLeastSeconds = 8
const [width, height] = [1280, 720]
const size = [width, height] as const
const [folder = '', step = ''] = process.argv.slice(2)
const whole = readScript(JSON.parse(await readFile('lib/films/scripts/luis.json', 'utf8')))
const scenes = whole.scenes.filter((_, index) => timeline({ ...whole, scenes: whole.scenes.slice(0, index) }).total < atLeastSeconds)
const film = step === 'whole' ? whole : { ...whole, scenes }
const encoder = await findEncoder()
const frames = path.join(folder, 'frames.rgba')

const render = () => secondsOf(async () => void (await encodeFilm(film, 'wide', { encoder, folder, size, webm: false })))
const steps: Readonly<Record<string, () => Promise<number>>> = {
  frames: () => secondsOf(drawFrames),
  whole: render,
  ours: render,
  alone: async () => {
    const encoding = await askedOf()
    return secondsOf(() => encodeAlone(encoding))
  },
}
const seconds = await steps[step]?.()
const megabytes = process.resourceUsage().maxRSS / 1024
console.log(JSON.stringify({ length: timeline(film).total, seconds, megabytes, encoder: encoder.name }))
process.exit()

async function drawFrames(): Promise<void> {
  const file = await open(frames, 'w')
  const end = () => file.sync().then(() => file.close()) // nothing of it may still be on its way to the disk later
  const reel = { add: async (pixels: Uint8Array) => void (await file.write(pixels)), end, stop: () => {} }
  const keeping = { name: 'none', webm: false, open: async () => reel }
  await encodeFilm(film, 'wide', { encoder: keeping, folder, size, webm: false })
}

/** What an encoder is asked for when this film is rendered. */
async function askedOf(): Promise<Encoding> {
  let asked: Encoding | undefined
  const asking = {
    ...{ name: 'none', webm: false },
    async open(encoding: Encoding) {
      asked = encoding
      throw new Error('only asked')
    },
  }
  await encodeFilm(film, 'wide', { encoder: asking, folder, size, webm: false }).catch(() => {})
  if (!asked) throw new Error('nothing was asked for')
  return asked
}

async function encodeAlone(encoding: Encoding): Promise<void> {
  const file = await open(frames)
  const reel = await encoder.open(encoding)
  const pixels = new Uint8Array(width * height * 4)
  for (let frame = frameCount(film); frame > 0; frame -= 1) {
    await file.read(pixels, 0, pixels.length)
    await reel.add(pixels)
  }
  await reel.end()
  await file.close()
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}
