import { createHash } from 'node:crypto'
import { createCanvas } from '@napi-rs/canvas'
import { beforeAll, expect, test } from 'vitest'
import type { Canvas2D } from '#lib/films/engine/brush.ts'
import { levelLines } from '#lib/films/engine/contours.ts'
import { type Film, type Shape, sizes } from '#lib/films/engine/film.ts'
import { drawFrame } from '#lib/films/engine/frame.ts'
import { frameOf, misfits, voiceOf, wordStyle } from '#lib/films/engine/layout.ts'
import { score } from '#lib/films/engine/music/score.ts'
import { printOf } from '#lib/films/engine/print.ts'
import { setWords } from '#lib/films/engine/setting.ts'
import { timeline, transitionLength } from '#lib/films/engine/timeline.ts'
import { countWords, isRightToLeft } from '#lib/films/engine/writing.ts'
import { loadFaces } from '#lib/films/render/faces.ts'
import { sampleFilm, shippedFilm } from '#tests/factories/films.ts'

const slugs = ['luis', 'learning', 'family', 'hill'] as const
const shapes = Object.keys(sizes) as Shape[]
const measuring = () => createCanvas(8, 8).getContext('2d') as unknown as Canvas2D

beforeAll(() => {
  loadFaces()
})

function pixels(film: Film, time: number, width = 320, height = 180): Uint8ClampedArray {
  const c = createCanvas(width, height).getContext('2d')
  drawFrame(c as unknown as Canvas2D, film, time, width, height)
  return c.getImageData(0, 0, width, height).data
}
const hashOf = (bytes: Uint8ClampedArray | Float32Array = new Float32Array()) =>
  createHash('sha256').update(Buffer.from(bytes.buffer)).digest('hex')
const frame = (film: Film, time: number, width?: number, height?: number) =>
  createHash('sha256')
    .update(pixels(film, time, width, height))
    .digest('hex')

test('a frame depends on its time alone, not on what was drawn before it', { timeout: 30_000 }, () => {
  const film = shippedFilm('family')
  const times = timeline(film).items.flatMap(({ scene, start, length }) => [
    start + transitionLength[scene.transition] / 2,
    start + length / 2,
  ])
  const forwards = times.map((time) => frame(film, time))
  const backwards = [...times]
    .reverse()
    .map((time) => frame(structuredClone(film), time))
    .reverse()
  expect(backwards).toEqual(forwards)
  expect(new Set(forwards).size).toBe(times.length)
})

test('a film that was edited keeps the frames of the scenes that were not', () => {
  const film = sampleFilm()
  const before = frame(film, 1)
  const [open, middle, end] = structuredClone(film).scenes
  if (!open || !middle || !end) throw new Error('three scenes')
  const edited: Film = { ...film, scenes: [open, { ...middle, palette: 'clay' }, end] }
  expect(frame(edited, 1)).toBe(before)
  expect(frame(edited, 6)).not.toBe(frame(film, 6))
})

test('scenes follow each other on the beat and add up to the film', () => {
  const { items, total } = timeline(shippedFilm('luis'))
  expect(total).toBe(37.5)
  for (const [i, { start, length }] of items.entries()) expect(start + length).toBeCloseTo(items[i + 1]?.start ?? total, 9)
})

test('every shipped film fits wide, square and portrait', () => {
  for (const slug of slugs)
    for (const shape of shapes) expect([slug, shape, misfits(measuring(), shippedFilm(slug), ...sizes[shape])]).toEqual([slug, shape, []])
})

test('words too long for a shape are found in that shape', () => {
  const film = sampleFilm()
  const [open, middle, end] = film.scenes
  if (!open || !middle || !end) throw new Error('three scenes')
  const long: Film = { ...film, scenes: [open, { ...middle, text: 'unbreakable'.repeat(12) }, end] }
  for (const shape of shapes) expect(misfits(measuring(), long, ...sizes[shape])).toEqual([1])
})

test('each shape is laid out for itself', { timeout: 30_000 }, () => {
  expect([frameOf(1280, 720).shape, frameOf(1080, 1080).shape, frameOf(1080, 1920).shape]).toEqual(['wide', 'square', 'portrait'])
  const [luis, family, hill] = [shippedFilm('luis'), shippedFilm('family'), shippedFilm('hill')]
  const more = [family.scenes[1], hill.scenes[2]].flatMap((scene) => scene ?? [])
  const film: Film = {
    ...luis,
    cast: { ...luis.cast, ...family.cast, ...hill.cast },
    scenes: [...luis.scenes.slice(0, 6), ...more, ...luis.scenes.slice(6)],
  }
  for (const [width, height] of [
    [200, 200],
    [180, 320],
  ] as const) {
    const seen = timeline(film).items.map(({ start, length }) => frame(film, start + length * 0.7, width, height))
    expect(new Set(seen).size).toBe(9)
  }
})

test('Arabic words are set from the right edge, and Latin ones among them keep their own order', () => {
  const film = shippedFilm('samples/sample-arabic')
  const scene = film.scenes.find(({ id }) => id === 'walk')
  if (!scene) throw new Error('no such scene')
  const style = wordStyle(scene, frameOf(1080, 1920))
  const { pieces } = setWords(measuring(), scene.text, style, voiceOf(film))
  const first = pieces.filter(({ line }) => line === 0)
  const edges = first.map(({ x, width }) => x + width)
  expect(edges[0]).toBeCloseTo(style.box.w, 5)
  expect([...edges].sort((a, b) => b - a)).toEqual(edges)
  expect(pieces.map(({ text }) => text)).toContain('Binance Academy،')
})

test('the picture of a film that runs from right to left is a mirror image, its words are not', () => {
  const film = sampleFilm()
  const arabic: Film = { ...film, lang: 'ar' }
  const [width, height] = [320, 180]
  const column = (data: Uint8ClampedArray, x: number) => Array.from({ length: 40 }, (_, y) => data[((y + 140) * width + x) * 4])
  const left = pixels(film, 7.5, width, height)
  const right = pixels(arabic, 7.5, width, height)
  // The walker's feet: far from any word.
  const difference = (a: ReturnType<typeof column>, b: ReturnType<typeof column>) =>
    Math.max(...a.map((value, i) => Math.abs((value ?? 0) - (b[i] ?? 0))))
  expect(difference(column(right, width - 1 - 232), column(left, 232))).toBeLessThan(4)
  expect(difference(column(right, 232), column(left, 232))).toBeGreaterThan(20)
})

test('Chinese is broken between words and never before a full stop', () => {
  const film = shippedFilm('samples/sample-chinese')
  const scene = film.scenes.find(({ id }) => id === 'row')
  if (!scene) throw new Error('no such scene')
  const { pieces, lines } = setWords(measuring(), scene.text, wordStyle(scene, frameOf(1080, 1920)), voiceOf(film))
  expect(lines).toBeGreaterThan(1)
  expect(pieces.map(({ text }) => text).join('')).toBe(scene.text.replaceAll('*', ''))
  expect(pieces.filter(({ text }) => /^[，。]/.test(text))).toEqual([])
  expect(countWords(scene.text.replaceAll('*', ''), film.lang)).toBeGreaterThan(8)
})

test('which way words run is known from their language', () => {
  expect(['ar', 'he', 'fa', 'ur', 'ckb'].map(isRightToLeft)).toEqual([true, true, true, true, true])
  expect(['en', 'zh-Hans', 'tr', 'az', 'not a language'].map(isRightToLeft)).toEqual([false, false, false, false, false])
})

test('57 lines leave the left edge evenly and meet the next print at the same heights', () => {
  const print = printOf(1280, 720, 57, { shapes: [(x, y) => Math.hypot(x - 900, y - 400) < 150] })
  expect(print.lines).toHaveLength(57)
  print.lines.forEach((runs, k) => {
    const height = 720 - (k + 0.5) * (720 / 57)
    expect(runs[0]?.points[0]?.[0]).toBe(0)
    expect(runs[0]?.points[0]?.[1]).toBeCloseTo(height, 2)
    const last = runs.at(-1)?.points.at(-1)
    if (last?.[0] === 1280) expect(last[1]).toBeCloseTo(height, 2)
  })
  expect(levelLines(print.level, 720, 10)).toHaveLength(10)
})

test('music comes from the script alone, is never silent by mistake and ends quietly', { timeout: 30_000 }, () => {
  const short = (seed: number) => score({ ...sampleFilm(seed), scenes: sampleFilm().scenes.slice(0, 1) })
  const sound = short(1)
  if (!sound) throw new Error('no music')
  expect(sound.left.every(Number.isFinite)).toBe(true)
  expect(sound.left.reduce((loudest, value) => Math.max(loudest, Math.abs(value)), 0)).toBeGreaterThan(0.02)
  expect(Math.abs(sound.left.at(-1) ?? 1)).toBeLessThan(0.001)
  expect(hashOf(short(1)?.left)).toBe(hashOf(sound.left))
  expect(hashOf(short(2)?.left)).not.toBe(hashOf(sound.left))
  expect(score(sampleFilm(1, { music: { bpm: 120, key: 'D', mood: 'none' } }))).toBeNull()
})
