import { length as distance, type Point } from '#lib/art/numbers.ts'
import { clamp, mix } from './easing.ts'

/** A line with the distance from its start to each of its points, and how high and low it reaches. */
export type Line = Readonly<{ points: readonly Point[]; reached: readonly number[]; length: number; top: number; bottom: number }>

const origin: Point = [0, 0]

/** The i-th point; the origin outside the line. */
export function pointOf(points: readonly Point[], index: number): Point {
  return points[index] ?? origin
}

/** The line through these points. */
export function lineThrough(points: readonly Point[]): Line {
  const reached = [0]
  let length = 0
  let [top, bottom] = [pointOf(points, 0)[1], pointOf(points, 0)[1]]
  for (let i = 1; i < points.length; i++) {
    const [x0, y0] = pointOf(points, i - 1)
    const [x1, y1] = pointOf(points, i)
    length += distance(x1 - x0, y1 - y0)
    reached.push(length)
    if (y1 < top) top = y1
    if (y1 > bottom) bottom = y1
  }
  return { points, reached, length, top, bottom }
}

/** The first `end` units of a line, as points. */
export function firstPart({ points, reached }: Line, end: number): readonly Point[] {
  let i = 1
  while (i < points.length - 1 && (reached[i] ?? 0) < end) i++
  const [x0, y0] = pointOf(points, i - 1)
  const [x1, y1] = pointOf(points, i)
  const before = reached[i - 1] ?? 0
  const part = (end - before) / Math.max(1e-9, (reached[i] ?? 0) - before)
  return [...points.slice(0, i), [mix(x0, x1, part), mix(y0, y1, part)]]
}

/** Where the line is after `part` (0 to 1) of its length. */
export function pointAlong(line: Line, part: number): Point {
  return firstPart(line, clamp(part) * line.length).at(-1) ?? origin
}

/** The part of its length after which a line reaches `x`; 1 when it never does. */
export function partAt({ points, reached, length }: Line, x: number): number {
  for (let i = 1; i < points.length; i++) {
    const [x1] = pointOf(points, i)
    if (x1 < x) continue
    const [x0] = pointOf(points, i - 1)
    const within = clamp((x - x0) / Math.max(1e-6, x1 - x0))
    return mix(reached[i - 1] ?? 0, reached[i] ?? 0, within) / length
  }
  return 1
}
