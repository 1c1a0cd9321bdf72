import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { createCanvas } from '@napi-rs/canvas'
import type { Canvas2D } from '../engine/brush.ts'
import { type Film, type Shape, sizes } from '../engine/film.ts'
import { drawFrame } from '../engine/frame.ts'
import { timeline } from '../engine/timeline.ts'
import { loadFaces } from '../render/faces.ts'
import { checkFilm } from '../script/check.ts'
import { readScript } from '../script/schema.ts'

const gap = 8

/** When to look at each scene, as parts of its length: while it enters, and when it has settled. */
const looks = [0.25, 0.85]

/** Frames of a film beside each other: two of each scene, `scale` of their size, `columns` in a row. */
async function contactSheet(film: Film, shape: Shape, { columns, scale }: { columns: number; scale: number }): Promise<Buffer> {
  loadFaces()
  const [width, height] = sizes[shape]
  const times = timeline(film).items.flatMap(({ start, length }) => looks.map((part) => start + length * part))
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)]
  const sheet = createCanvas(columns * (w + gap) - gap, Math.ceil(times.length / columns) * (h + gap) - gap)
  const canvas = createCanvas(width, height)
  for (const [i, time] of times.entries()) {
    drawFrame(canvas.getContext('2d') as unknown as Canvas2D, film, time, width, height)
    sheet.getContext('2d').drawImage(canvas, (i % columns) * (w + gap), Math.floor(i / columns) * (h + gap), w, h)
  }
  return sheet.encode('png')
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    shape: { type: 'string', default: 'wide' },
    columns: { type: 'string', default: '4' },
    scale: { type: 'string', default: '0.25' },
  },
})
const [script, out] = positionals
if (!script || !out || !(values.shape in sizes)) throw new Error('usage: sheet.ts script.json out.png [--shape wide|square|portrait]')
const film = readScript(JSON.parse(await readFile(script, 'utf8')))
for (const { scene, code, values: more } of checkFilm(film)) console.error(`scene ${scene ?? '-'}: ${code} ${JSON.stringify(more ?? {})}`)
const options = { columns: Number(values.columns), scale: Number(values.scale) }
await writeFile(out, await contactSheet(film, values.shape as Shape, options))
