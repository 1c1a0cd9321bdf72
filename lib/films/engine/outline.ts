import type { Point } from '#lib/art/numbers.ts'
import { flatten, insideCircle, insideEllipse, insidePolygon, type Command as PosterCommand } from '#lib/art/silhouette.ts'

/** One stroke of a pen: a poster's, or a curve with a single handle. */
export type Command = PosterCommand | readonly ['Q', number, number, number, number]
/** Whether a point is covered. */
export type Covers = (x: number, y: number) => boolean
export type Ellipse = readonly [cx: number, cy: number, rx: number, ry: number]
export type Part = Readonly<{ ellipse: Ellipse } | { outline: readonly PosterCommand[] }>

/** Whether a point lies inside these corners. */
export function coversPolygon(points: readonly Point[]): Covers {
  return (x, y) => insidePolygon(points, x, y)
}

/** Whether a point lies inside this circle. */
export function coversCircle(cx: number, cy: number, r: number): Covers {
  return (x, y) => insideCircle(cx, cy, r, x, y)
}

/** Whether a point is covered by an ellipse or an outline. */
export function coversPart(part: Part): Covers {
  if ('outline' in part) return coversPolygon(flatten(part.outline))
  return (x, y) => insideEllipse(part.ellipse, x, y)
}
