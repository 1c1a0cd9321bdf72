import { readFile, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { whenLeft } from '#lib/foundation/heartbeat.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { type Film, type Shape, sizes } from '../engine/film.ts'
import { checkFilm } from '../script/check.ts'
import { readScript } from '../script/schema.ts'
import { encodingRefusal } from './encoder.ts'
import { MissingFace } from './faces.ts'
import { findEncoder } from './ladder.ts'
import { makeFilm } from './make.ts'

/** What the render process tells whoever started it, one message at a time. */
export type RenderMessage = { frames: number; all: number } | { refused: string; detail: string }

const politeness = 10
const exitRefused = 3
const exitStopped = 143

type Size = readonly [width: number, height: number]

/** Renders `<folder>/script.json` in a shape into the folder and lists what it made in `made.json`. */
async function main(folder: string, shape: Shape, size: Size, signal: AbortSignal): Promise<void> {
  const film = readScript(JSON.parse(await readFile(path.join(folder, 'script.json'), 'utf8')))
  mustBeSound(film)
  const encoder = await findEncoder()
  let told = 0
  const made = await makeFilm(film, shape, {
    ...{ encoder, folder, size, signal },
    onFrame: (frames, all) => {
      if (frames - told < film.fps / 2 && frames < all) return
      told = frames
      tell({ frames, all })
    },
  })
  await writeFile(path.join(folder, 'made.json'), JSON.stringify(made)).catch((error: unknown) => Promise.reject(encodingRefusal(error)))
}

function mustBeSound(film: Film): void {
  const [first] = checkFilm(film)
  if (!first) return
  const code = first.code === 'missing-font' ? 'films.missing-font' : 'films.script-wrong'
  const values = Object.values(first.values ?? {}).join(' ')
  throw new Refusal(code, undefined, { detail: `${first.scene ?? ''} ${first.code} ${values}`.trim() })
}

function tell(message: RenderMessage): void {
  if (process.send && process.connected) process.send(message)
  else if ('refused' in message) process.stderr.write(`${message.refused} ${message.detail}\n`)
}

const [folder, shape, size = ''] = process.argv.slice(2)
if (!folder || !shape || !(shape in sizes)) throw new Error('usage: main.ts folder wide|square|portrait [WIDTHxHEIGHT]')
const asked = /^(\d+)x(\d+)$/.exec(size)
os.setPriority(politeness)
const gone = new AbortController()
for (const event of ['SIGTERM', 'SIGINT'] as const) process.on(event, () => gone.abort())
whenLeft(() => gone.abort())
try {
  await main(folder, shape as Shape, asked ? [Number(asked[1]), Number(asked[2])] : sizes[shape as Shape], gone.signal)
} catch (error) {
  if (gone.signal.aborted) process.exit(exitStopped)
  const refusal = error instanceof MissingFace ? new Refusal('films.missing-font', undefined, { detail: error.message }) : error
  if (!(refusal instanceof Refusal)) throw error
  tell({ refused: refusal.code, detail: Object.values(refusal.values).join(' ') })
  process.exitCode = exitRefused
}
await turn()
if (process.connected) process.disconnect()
process.exit()
