import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clothDataUri, drawCloth, weave } from '#lib/art/cloth.ts'
import { hash32 } from '#lib/art/hash.ts'
import { drawMark } from '#lib/art/mark.ts'
import { type Inks, PALETTES, type PaletteName } from '#lib/art/palettes.ts'
import { drawPoster, type PosterSpec } from '#lib/art/poster.ts'
import original from './original-hashes.json'

const source = join(import.meta.dirname, '../../../lib/art')
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const posters = original.posters as unknown as { sha256: string; spec: PosterSpec }[]
const cloths = original.cloths as unknown as [id: string, palette: PaletteName, sha256: string][]

const LUIS: PosterSpec = { id: 'luis', years: 57, people: 'one', hair: ['short'], palette: 'maize', threadAt: 0.5 }
const luis = drawPoster(LUIS)

// Heights at which lines leave the left and reach the right edge; the thread is drawn twice and counts once.
function edges(svg: string, width: number): { left: Set<number>; right: Set<number> } {
  const group = svg.slice(
    svg.indexOf('<g fill="none" stroke-linejoin="round">'),
    svg.indexOf('</g>', svg.indexOf('stroke-linejoin="round">')),
  )
  const runs = [...group.matchAll(/ d="([^"]*)"/g)].flatMap(([, d = '']) => d.split('M').filter(Boolean))
  const ends = runs.map((run) => run.split(/[QL ]/).map(Number))
  const left = ends.filter(([x]) => x === 0).map(([, y = 0]) => y)
  const right = ends.filter((numbers) => numbers.at(-2) === width).map((numbers) => numbers.at(-1) ?? 0)
  return { left: new Set(left), right: new Set(right) }
}

function threadHeights(svg: string): number[] {
  const [, d = ''] = svg.match(/ d="(M0 [^"]*)" stroke="#[0-9A-F]+" stroke-width="[\d.]+"\/><\/g>/) ?? []
  return [Number(d.match(/^M0 ([\d.]+)/)?.[1]), Number(d.match(/([\d.]+)$/)?.[1])]
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

test.each(posters)('the picture of $spec.id has the bytes of the original drawing', ({ spec, sha256: expected }) => {
  expect(sha256(drawPoster(spec))).toBe(expected)
})

test('two hundred cloths have the bytes of the original weaving', () => {
  expect(cloths).toHaveLength(200)
  expect(cloths.filter(([id, palette, expected]) => sha256(drawCloth(id, { palette })) !== expected)).toEqual([])
})

test('exactly 57 lines leave the left edge for a person of 57, evenly spaced', () => {
  const heights = [...edges(luis, 800).left].sort((a, b) => a - b)
  expect(heights).toHaveLength(57)
  for (const [i, y] of heights.entries()) expect(y).toBeCloseTo((1000 / 57) * (i + 0.5), 0)
})

test('every line reaches the right edge at the height it left the left one', () => {
  const { left, right } = edges(luis, 800)
  expect(right.size).toBe(left.size)
  for (const y of right) expect([...left].some((start) => Math.abs(start - y) < 0.2)).toBe(true)
})

test('tiles with the same number of lines join at their edges, people or not', () => {
  const unlit = drawPoster({ id: 'later', people: 'none', palette: 'tide', years: 57, rise: 0.14, threadAt: 0.5 })
  const [, leaves = 0] = threadHeights(luis)
  const [enters = 0] = threadHeights(unlit)
  expect(leaves).toBeGreaterThan(0)
  expect(Math.abs(leaves - enters)).toBeLessThan(0.2)
  const sorted = (heights: Set<number>) => [...heights].sort((a, b) => a - b)
  const next = sorted(edges(unlit, 800).left)
  for (const [i, y] of sorted(edges(luis, 800).right).entries()) expect(Math.abs(y - (next[i] ?? -1))).toBeLessThan(0.3)
})

test('without years the lines are 36 to 59 and depend on the id', () => {
  const counts = ['a', 'b', 'c', 'd'].map((id) => edges(drawPoster({ id, step: 20 }), 800).left.size)
  expect(new Set(counts).size).toBeGreaterThan(1)
  for (const count of counts) expect(count >= 36 && count <= 59).toBe(true)
})

test('stripes lie mirrored in every cloth, and most cloths are mirrored throughout', () => {
  const woven = cloths.map(([id]) => weave(hash32(id)))
  for (const cloth of woven) {
    const striped = cloth.map((_, x) => cloth.every((row) => row[x] !== 0))
    expect(striped).toEqual(striped.toReversed())
    expect(striped.includes(true)).toBe(true)
  }
  const mirrored = woven.filter((cloth) => cloth.every((row) => row.every((crossing, x) => crossing === row[31 - x])))
  expect(mirrored.length).toBeGreaterThan(100)
})

test('every cloth shows both colours and at least one stripe', () => {
  for (const [id] of cloths) expect(new Set(weave(hash32(id)).flat()).size).toBe(3)
})

test('the drawings use nothing that may differ between engines or runs', () => {
  const files = readdirSync(source).filter((name) => name.endsWith('.ts'))
  expect(files.length).toBeGreaterThan(8)
  for (const name of files) {
    expect
      .soft(readFileSync(join(source, name), 'utf8'), name)
      .not.toMatch(/\b(sin|cos|tan|pow|hypot|exp|log)\(|[\w)] ?\*\* ?[\w(]|Math\.random|\bDate\b|Intl|toLocale/)
  }
})

test('a cloth can be written into a page under a policy without inline styles', () => {
  const svg = drawCloth('HB-4T7K-9XMQ', { label: 'Cloth "of" <you> & yours' })
  expect(svg).not.toMatch(/style|<script|\sid=|\son\w+=/)
  expect(svg).toContain('role="img" aria-label="Cloth &quot;of&quot; &lt;you&gt; &amp; yours"')
  expect(svg.length).toBeLessThan(6000)
  expect(drawMark()).not.toMatch(/style|<script|\sid=|\son\w+=/)
})

test('the address of a cloth is safe in an attribute and holds the same picture', () => {
  const uri = clothDataUri('HB-4T7K-9XMQ', 'tide')
  expect(uri).toMatch(/^data:image\/svg\+xml,[^"\s<>#]+$/)
  const svg = decodeURIComponent(uri.slice(uri.indexOf(',') + 1))
  expect(svg.replaceAll("'", '"')).toBe(drawCloth('HB-4T7K-9XMQ', { palette: 'tide' }))
})

test('pictures in one document keep their ids apart by prefix', () => {
  const ids = (prefix: string) =>
    [...drawPoster({ ...LUIS, prefix, title: 'Luis', step: 40 }).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(ids('a')).toHaveLength(3)
  expect(ids('a').filter((id) => ids('b').includes(id))).toEqual([])
})

test.each(Object.entries(PALETTES) as [string, Inks][])('the inks of %s keep people, sun and cloth apart', (name, inks) => {
  const edge = inks.edge ?? inks.ink
  expect(contrast(edge, inks.paper)).toBeGreaterThanOrEqual(name === 'night' ? 12 : 7)
  expect(contrast(inks.figure ?? inks.ink, inks.disc)).toBeGreaterThanOrEqual(7)
  expect(contrast(inks.ink, inks.paper)).toBeGreaterThanOrEqual(3)
  expect(contrast(inks.warp, inks.weft)).toBeGreaterThanOrEqual(3)
  expect(contrast(inks.thread, inks.figure ?? inks.ink)).toBeGreaterThanOrEqual(3)
})
