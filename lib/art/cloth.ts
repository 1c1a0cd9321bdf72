import { hash32, pick, type Random, randomFrom } from './hash.ts'
import { escapeXml } from './markup.ts'
import { type Inks, PALETTES, type PaletteName } from './palettes.ts'

/** What is seen where two threads cross: 0 the warp, 1 the weft, 2 an accent stripe. */
export type Crossing = 0 | 1 | 2
export type Weave = readonly (readonly Crossing[])[]

export interface ClothOptions {
  palette?: PaletteName
  /** Words for screen readers. Without them the cloth is decoration and hidden from them. */
  label?: string
}

const SIZE = 32
const ROSEPATH = [0, 1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1, 0, 1, 2, 3, 2, 1, 0, 7, 6, 5, 4, 5, 6, 7, 0, 1, 2, 1]
const UNDULATING = [0, 0, 1, 2, 2, 3, 4, 4, 5, 6, 6, 7, 7, 6, 6, 5]
const DIAMOND = [0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7]

const fold = (i: number): number => (i < SIZE / 2 ? i : SIZE - 1 - i)
const point = (i: number): number => (i % 14 < 8 ? i % 14 : 14 - (i % 14))

// Each family says which of eight shafts (or treadles) the i-th of 32 threads is on.
const FAMILIES = [
  point,
  (i: number) => point(fold(i)),
  (i: number) => ROSEPATH[i] ?? 0,
  (i: number) => UNDULATING[fold(i)] ?? 0,
  (i: number) => DIAMOND[fold(i)] ?? 0,
]

function distinct(count: number, first: number[], next: () => number): number[] {
  const chosen = [...first]
  while (chosen.length < count) {
    const candidate = next()
    if (!chosen.includes(candidate)) chosen.push(candidate)
  }
  return chosen
}

function stripesFrom(random: Random): number[] {
  return distinct(1 + Math.floor(random() * 3), [], () => Math.floor(random() * 16))
}

/** The 32 x 32 crossings of an 8-shaft weaving draft. Depends on the seed alone. */
export function weave(seed: number): Weave {
  return weaveMiddle(seed, { rows: SIZE, columns: SIZE })
}

/** The middle of the same cloth. At most 32 rows and columns, even numbers for an exact middle. */
export function weaveMiddle(seed: number, { rows, columns }: Readonly<{ rows: number; columns: number }>): Weave {
  const crossing = crossingOf(seed)
  const [top, start] = [Math.floor((SIZE - rows) / 2), Math.floor((SIZE - columns) / 2)]
  return Array.from({ length: rows }, (_, y) => Array.from({ length: columns }, (_, x) => crossing(start + x, top + y)))
}

function crossingOf(seed: number): (x: number, y: number) => Crossing {
  const random = randomFrom(seed ^ 0x5ca1ab1e)
  const threading = pick(random, FAMILIES)
  const treadling = random() < 0.6 ? threading : pick(random, FAMILIES)
  const lifts = distinct(4, [0], () => 1 + Math.floor(random() * 7))
  const stripes = stripesFrom(random)
  // Looked up and not searched, as every receipt is woven while its sender waits.
  const isUp = Array.from({ length: 8 }, (_, shaft) => lifts.includes(shaft))
  const isStripe = Array.from({ length: SIZE }, (_, i) => stripes.includes(fold(i)))
  const [shafts, treads] = [threading, treadling].map((family) => Array.from({ length: SIZE }, (_, i) => family(i)))
  return (x, y) => {
    const warpUp = isUp[((shafts?.[x] ?? 0) - (treads?.[y] ?? 0) + 8) % 8] === true
    if (isStripe[warpUp ? x : y]) return 2
    return warpUp ? 0 : 1
  }
}

function runs(cloth: Weave, crossing: Crossing): string {
  let path = ''
  cloth.forEach((row, y) => {
    for (let x = 0; x < row.length; ) {
      let end = x
      while (end < row.length && row[end] === row[x]) end++
      if (row[x] === crossing) path += `M${x} ${y}.5h${end - x}`
      x = end
    }
  })
  return path
}

/** The cloth as SVG paths, one unit to a thread, without an svg element around them. */
export function clothPaths(cloth: Weave, inks: Pick<Inks, 'weft' | 'thread'>, warp: string): string {
  const ground = `<path fill="${inks.weft}" d="M0 0h32v32H0z"/>`
  return `${ground}<path d="${runs(cloth, 0)}" stroke="${warp}"/><path d="${runs(cloth, 2)}" stroke="${inks.thread}"/>`
}

/** A square svg element (32 x 32 units, about 4 kB) of the cloth woven from `id`: no styles, no ids, safe to write into a page as it is. */
export function drawCloth(id: string, { palette = 'maize', label }: ClothOptions = {}): string {
  const inks = PALETTES[palette]
  const role = label ? `role="img" aria-label="${escapeXml(label)}"` : 'aria-hidden="true" focusable="false"'
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" ${role} shape-rendering="crispEdges"`
  return `${head} preserveAspectRatio="xMidYMid slice">${clothPaths(weave(hash32(id)), inks, inks.warp)}</svg>`
}

/** The same cloth as an address for `<img src>`; contains no quotes, spaces or brackets. The words belong in the alt text. */
export function clothDataUri(id: string, palette: PaletteName = 'maize'): string {
  const svg = drawCloth(id, { palette }).replaceAll('"', "'")
  return `data:image/svg+xml,${svg.replace(/[%#<>\s]/g, encodeURIComponent)}`
}
