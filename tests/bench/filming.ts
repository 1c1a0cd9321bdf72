import { open, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { frameCount, timeline } from '#lib/films/engine/timeline.ts'
import type { Encoding } from '#lib/films/render/encoder.ts'
import { findEncoder } from '#lib/films/render/ladder.ts'
import { encodeFilm } from '#lib/films/render/make.ts'
import { readScript } from '#lib/films/script/schema.ts'

// Renders the beginning of a shipped film, then lets the encoder alone make the same film of the same frames. Prints one line of JSON.

const rounds = 3
const atLeastSeconds = 8
const [width, height] = [1280, 720]
const [folder = ''] = process.argv.slice(2)
const whole = readScript(JSON.parse(await readFile('lib/films/scripts/luis.json', 'utf8')))
const scenes = whole.scenes.filter((_, index) => timeline({ ...whole, scenes: whole.scenes.slice(0, index) }).total < atLeastSeconds)
const film = { ...whole, scenes }
const seconds = timeline(film).total
const encoder = await findEncoder()
const frames = path.join(folder, 'frames.rgba')
const size = [width, height] as const

const encoding = await keepFrames()
const [ours, alone]: [number[], number[]] = [[], []]
for (let round = 0; round < rounds; round += 1) {
  ours.push(await secondsOf(async () => void (await encodeFilm(film, 'wide', { encoder, folder, size, webm: false }))))
  alone.push(await secondsOf(encodeAlone))
}
await rm(frames)
const megabytes = process.resourceUsage().maxRSS / 1024
console.log(JSON.stringify({ seconds, ours, alone, megabytes, encoder: encoder.name }))
process.exit()

/** Draws every frame into one file; gives what the encoder was asked for. */
async function keepFrames(): Promise<Encoding> {
  const file = await open(frames, 'w')
  let asked: Encoding | undefined
  const keeping = {
    ...{ name: 'none', webm: false },
    async open(encoding: Encoding) {
      asked = encoding
      const end = () => file.sync().then(() => file.close()) // nothing of it may still be on its way to the disk later
      return { add: async (pixels: Uint8Array) => void (await file.write(pixels)), end, stop: () => {} }
    },
  }
  await encodeFilm(film, 'wide', { encoder: keeping, folder, size, webm: false })
  if (!asked) throw new Error('nothing was encoded')
  return asked
}

async function encodeAlone(): Promise<void> {
  const file = await open(frames)
  const reel = await encoder.open(encoding)
  for (let frame = frameCount(film); frame > 0; frame -= 1) {
    const pixels = new Uint8Array(width * height * 4)
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
