import { simplify } from '#lib/art/contours.ts'
import { at, type Field } from '#lib/art/field.ts'
import type { Point } from '#lib/art/numbers.ts'
import { type Line, lineThrough } from './lines.ts'

/** Grid cells are this many units wide. */
export const step = 8
const tolerance = 0.4

type Side = 0 | 1 | 2 | 3
/** A crossing of the edge of the picture: the cell it leads into, and the side of that cell. */
type Entry = Readonly<{ i: number; j: number; side: Side; x: number }>

/** Where the lines of an empty picture are: level everywhere. */
export function levelField(width: number, height: number): Field {
  const columns = Math.round(width / step) + 1
  const rows = Math.round(height / step) + 1
  const heights = Float64Array.from({ length: columns * rows }, (_, k) => height - Math.floor(k / columns) * step)
  return { heights, columns, rows }
}

/** The field `part` of the way from one to the other. */
export function mixFields(a: Field, b: Field, part: number): Field {
  if (part <= 0) return a
  if (part >= 1) return b
  return { ...a, heights: a.heights.map((height, k) => height + (at(b.heights, k) - height) * part) }
}

/** `count` lines at even heights, lowest first, each in one or more runs from the left; `phase` slides all of them down by that part of a gap. */
export function levelLines(field: Field, height: number, count: number, phase = 0): Line[][] {
  const gap = height / count
  const entries = entriesOf(field, gap, count, phase)
  return entries.map((starts, k) => runsOf(field, (k + 0.5 - phase) * gap, starts))
}

/** The crossings of each level with the edge of the picture, from the left. */
function entriesOf(field: Field, gap: number, count: number, phase: number): Entry[][] {
  const found: Entry[][] = Array.from({ length: count }, () => [])
  const { columns, rows, heights } = field
  const look = (i: number, j: number, side: Side, from: number, to: number) => {
    const a = at(heights, from)
    const b = at(heights, to)
    const first = Math.max(0, Math.floor(Math.min(a, b) / gap - 0.5 + phase))
    const last = Math.min(count - 1, Math.ceil(Math.max(a, b) / gap - 0.5 + phase))
    for (let k = first; k <= last; k++) {
      const level = (k + 0.5 - phase) * gap
      if (a > level !== b > level)
        found[k]?.push({ i, j, side, x: side === 0 || side === 2 ? i + (level - a) / (b - a) : i + (side === 1 ? 1 : 0) })
    }
  }
  for (let j = 0; j < rows - 1; j++) {
    look(0, j, 3, j * columns, (j + 1) * columns)
    look(columns - 2, j, 1, j * columns + columns - 1, (j + 1) * columns + columns - 1)
  }
  for (let i = 0; i < columns - 1; i++) {
    look(i, 0, 0, i, i + 1)
    look(i, rows - 2, 2, (rows - 1) * columns + i, (rows - 1) * columns + i + 1)
  }
  return found.map((entries) => entries.sort((a, b) => a.x - b.x))
}

function runsOf(field: Field, level: number, starts: readonly Entry[]): Line[] {
  const ended = new Set<string>()
  const runs: Line[] = []
  for (const { i, j, side } of starts) {
    if (ended.has(`${i},${j},${side}`)) continue
    const { points, end } = follow(field, level, i, j, side)
    ended.add(end)
    if (points.length > 3) runs.push(lineThrough(simplify(points, tolerance)))
  }
  return runs
}

/** Walks a line from cell to cell until it leaves the picture. */
function follow({ heights, columns, rows }: Field, level: number, i0: number, j0: number, side0: Side): { points: Point[]; end: string } {
  let [i, j, side] = [i0, j0, side0]
  const points = [crossing(heights, columns, level, i, j, side)]
  for (;;) {
    const o = j * columns + i
    const above = (k: number) => at(heights, k) > level
    const exit = exitOf(side, above(o), above(o + 1), above(o + columns + 1), above(o + columns))
    points.push(crossing(heights, columns, level, i, j, exit))
    const ni = i + (exit === 1 ? 1 : exit === 3 ? -1 : 0)
    const nj = j + (exit === 2 ? 1 : exit === 0 ? -1 : 0)
    if (ni < 0 || nj < 0 || ni > columns - 2 || nj > rows - 2) return { points, end: `${i},${j},${exit}` }
    ;[i, j, side] = [ni, nj, ((exit + 2) % 4) as Side]
  }
}

/** The side a line leaves a cell by; corners clockwise from the top left. Where two lines meet, they turn away from each other. */
function exitOf(side: Side, a: boolean, b: boolean, c: boolean, d: boolean): Side {
  const crossed = [a !== b, b !== c, d !== c, a !== d]
  if (crossed.every(Boolean)) return ([1, 0, 3, 2] as const)[side]
  return ((crossed.findIndex((cut, other) => cut && other !== side) + 4) % 4) as Side
}

function crossing(heights: Float64Array, columns: number, level: number, i: number, j: number, side: Side): Point {
  const o = j * columns + i
  const [from, to] = (
    [
      [o, o + 1],
      [o + 1, o + columns + 1],
      [o + columns, o + columns + 1],
      [o, o + columns],
    ] as const
  )[side]
  const a = at(heights, from)
  const part = (level - a) / (at(heights, to) - a)
  if (side === 0 || side === 2) return [(i + part) * step, (j + (side === 2 ? 1 : 0)) * step]
  return [(i + (side === 1 ? 1 : 0)) * step, (j + part) * step]
}
