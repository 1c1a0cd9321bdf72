import { length, type Point, square } from './numbers.ts'

export type Hair = 'short' | 'bun' | 'curls' | 'long' | 'brim' | 'wrap'
export type Ellipse = readonly [cx: number, cy: number, rx: number, ry: number]
/** A part of a head: an ellipse, or a path with the polygon that stands for it when lines flow around it. */
export type HairPart = { ellipse: Ellipse } | { path: string; polygon: readonly Point[] }

type Curve = readonly ['C', number, number, number, number, number, number]
export type Command = readonly ['M' | 'L', number, number] | Curve | readonly ['Z']

// Everything here is in units of half a head, seen from behind, with the origin at the base of the neck and y downwards.
export const HEAD = { rx: 0.82, ry: 1.0, cy: -0.66 }

/** The outline of neck and shoulders. `slope` from -1 to 1 lowers or lifts the shoulders. */
export function torso(slope: number): readonly Command[] {
  const high = 1.52 + slope * 0.14
  const low = 2.0 + slope * 0.12
  return [
    ['M', -3.05, 5.2],
    ['C', -3.05, 3.0, -2.85, low, -1.85, high],
    ['C', -1.15, 1.22, -0.62, 1.16, -0.52, 0.52],
    ['L', -0.52, -0.1],
    ['L', 0.52, -0.1],
    ['L', 0.52, 0.52],
    ['C', 0.62, 1.16, 1.15, 1.22, 1.85, high],
    ['C', 2.85, low, 3.05, 3.0, 3.05, 5.2],
    ['Z'],
  ]
}

const CURL_CENTRES: readonly Point[] = [
  [-0.852, -0.526],
  [-0.874, -0.866],
  [-0.782, -1.192],
  [-0.586, -1.461],
  [-0.314, -1.638],
  [-0.0, -1.7],
  [0.314, -1.638],
  [0.586, -1.461],
  [0.782, -1.192],
  [0.874, -0.866],
  [0.852, -0.526],
]

const LONG: HairPart = {
  path: 'M-0.8 -1.1C-1.12 -0.4 -1.0 0.6 -1.16 1.7C-1.2 2.08 -0.7 2.16 0 2.16C0.7 2.16 1.2 2.08 1.16 1.7C1.0 0.6 1.12 -0.4 0.8 -1.1Z',
  polygon: [
    [-0.8, -1.1],
    [-1.03, -0.3],
    [-1.06, 0.8],
    [-1.16, 1.8],
    [-0.6, 2.14],
    [0.6, 2.14],
    [1.16, 1.8],
    [1.06, 0.8],
    [1.03, -0.3],
    [0.8, -1.1],
  ],
}

const CROWN: HairPart = {
  path: 'M-0.9 -1.02C-0.94 -1.76 -0.7 -2.0 0 -2.0C0.7 -2.0 0.94 -1.76 0.9 -1.02Z',
  polygon: [
    [-0.9, -1.02],
    [-0.82, -1.8],
    [0, -2.0],
    [0.82, -1.8],
    [0.9, -1.02],
  ],
}

const WRAP: HairPart = {
  path: 'M-0.98 -0.6C-1.06 -1.7 -0.5 -1.9 0 -1.9C0.5 -1.9 1.06 -1.7 0.98 -0.6C0.96 0.3 1.14 1.0 1.5 1.66L-1.5 1.66C-1.14 1.0 -0.96 0.3 -0.98 -0.6Z',
  polygon: [
    [-0.98, -0.6],
    [-0.9, -1.6],
    [0, -1.9],
    [0.9, -1.6],
    [0.98, -0.6],
    [1.05, 0.5],
    [1.5, 1.66],
    [-1.5, 1.66],
    [-1.05, 0.5],
  ],
}

/** What sits on or around the head. Chosen with the person, never derived from who they are. */
export const HAIR: Record<Hair, readonly HairPart[]> = {
  short: [],
  bun: [{ ellipse: [0.06, -1.82, 0.46, 0.42] }],
  curls: CURL_CENTRES.map(([x, y]) => ({ ellipse: [x, y, 0.42, 0.42] })),
  long: [LONG],
  brim: [{ ellipse: [0, -0.98, 1.6, 0.27] }, CROWN],
  wrap: [WRAP],
}

const CURVE_STEPS = 14

function curvePoints([x0, y0]: Point, [, x1, y1, x2, y2, x, y]: Curve): Point[] {
  return Array.from({ length: CURVE_STEPS }, (_, i): Point => {
    const t = (i + 1) / CURVE_STEPS
    const u = 1 - t
    return [
      u * u * u * x0 + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t * t * t * x,
      u * u * u * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t * t * t * y,
    ]
  })
}

/** The outline as a polygon, each curve in 14 steps. */
export function flatten(outline: readonly Command[]): Point[] {
  const points: Point[] = []
  let last: Point = [0, 0]
  for (const command of outline) {
    if (command[0] === 'Z') continue
    points.push(...(command[0] === 'C' ? curvePoints(last, command) : [[command[1], command[2]] as const]))
    last = command[0] === 'C' ? [command[5], command[6]] : [command[1], command[2]]
  }
  return points
}

/** Whether the point lies inside the polygon (even-odd rule). */
export function insidePolygon(polygon: readonly Point[], x: number, y: number): boolean {
  let inside = false
  let [xj, yj] = polygon.at(-1) ?? [0, 0]
  for (const [xi, yi] of polygon) {
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
    xj = xi
    yj = yi
  }
  return inside
}

/** Whether the point lies inside the ellipse. */
export function insideEllipse([cx, cy, rx, ry]: Ellipse, x: number, y: number): boolean {
  return square((x - cx) / rx) + square((y - cy) / ry) < 1
}

/** Whether the point lies inside the circle. */
export function insideCircle(cx: number, cy: number, r: number, x: number, y: number): boolean {
  return length(x - cx, y - cy) < r
}
