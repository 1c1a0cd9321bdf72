import { at, type Field } from './field.ts'
import { length, type Point, tenths } from './numbers.ts'

type Line = readonly Point[]

const DETAIL = 64
const key = ([x, y]: Point): string => `${Math.round(x * DETAIL)},${Math.round(y * DETAIL)}`

// Where the level crosses the four sides of a grid cell: top, right, bottom, left.
function crossings({ heights, columns }: Field, level: number, i: number, j: number): Point[] {
  const a = at(heights, j * columns + i)
  const b = at(heights, j * columns + i + 1)
  const c = at(heights, (j + 1) * columns + i + 1)
  const d = at(heights, (j + 1) * columns + i)
  const part = (from: number, to: number) => (level - from) / (to - from)
  const points: Point[] = []
  if (a > level !== b > level) points.push([i + part(a, b), j])
  if (b > level !== c > level) points.push([i + 1, j + part(b, c)])
  if (d > level !== c > level) points.push([i + part(d, c), j + 1])
  if (a > level !== d > level) points.push([i, j + part(a, d)])
  return points
}

function neighbours(field: Field, level: number): Map<string, Point[]> {
  const links = new Map<string, Point[]>()
  const link = (from: Point, to: Point) => {
    const linked = links.get(key(from))
    if (linked) linked.push(to)
    else links.set(key(from), [to])
  }
  for (let j = 0; j < field.rows - 1; j++) {
    for (let i = 0; i < field.columns - 1; i++) {
      const [a, b, c, d] = crossings(field, level, i, j)
      if (!a || !b) continue
      link(a, b)
      link(b, a)
      if (!c || !d) continue
      link(c, d)
      link(d, c)
    }
  }
  return links
}

/** Every line of the field at one level (marching squares), from its leftmost end, in units of the picture. */
export function contours(field: Field, step: number, level: number): Point[][] {
  const links = neighbours(field, level)
  const used = new Set<string>()
  const ends = [...links].filter(([, linked]) => linked.length === 1).map(([end]) => end)
  const lines: Point[][] = []
  for (const start of ends.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))) {
    if (used.has(start)) continue
    used.add(start)
    const [x = 0, y = 0] = start.split(',').map(Number)
    const line: Point[] = [[(x / DETAIL) * step, (y / DETAIL) * step]]
    let here = start
    for (;;) {
      const next = links.get(here)?.find((point) => !used.has(key(point)))
      if (!next) break
      here = key(next)
      used.add(here)
      line.push([next[0] * step, next[1] * step])
    }
    if (line.length > 3) lines.push(line)
  }
  return lines
}

/** The same line with fewer points (Ramer-Douglas-Peucker): none is further than `tolerance` from it. */
export function simplify(line: Line, tolerance: number): Line {
  const first = line[0]
  const last = line.at(-1)
  if (!first || !last || line.length < 3) return line
  const span = length(last[0] - first[0], last[1] - first[1]) || 1
  let furthest = 0
  let index = 0
  line.slice(1, -1).forEach(([x, y], i) => {
    const distance = Math.abs((last[1] - first[1]) * x - (last[0] - first[0]) * y + last[0] * first[1] - last[1] * first[0]) / span
    if (distance <= furthest) return
    furthest = distance
    index = i + 1
  })
  if (furthest <= tolerance) return [first, last]
  return [...simplify(line.slice(0, index + 1), tolerance).slice(0, -1), ...simplify(line.slice(index), tolerance)]
}

const write = ([x, y]: Point): string => `${tenths(x)} ${tenths(y)}`

/** SVG path data: a smooth curve (quadratics through the midpoints) that begins and ends where the line does. */
export function smoothPath(line: Line): string {
  if (line.length < 3) return `M${line.map(write).join('L')}`
  const curves = line.slice(1, -1).map((point, i) => {
    const next = line[i + 2] ?? point
    const end: Point = i === line.length - 3 ? next : [(point[0] + next[0]) / 2, (point[1] + next[1]) / 2]
    return `Q${write(point)} ${write(end)}`
  })
  return `M${line.slice(0, 1).map(write)}${curves.join('')}`
}
