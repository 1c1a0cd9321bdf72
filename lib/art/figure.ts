import { hash32, type Random } from './hash.ts'
import type { Point } from './numbers.ts'
import { flatten, HAIR, type Hair, HEAD, insideEllipse, insidePolygon, torso } from './silhouette.ts'

export type People = 'one' | 'child' | 'two' | 'three' | 'none'
/** Whether a point of the picture is covered. */
export type Shape = (x: number, y: number) => boolean

/** A person in a picture: the base of the neck at (x, y), half a head `size` high, the head turned `tilt` degrees. */
export interface Figure {
  x: number
  y: number
  size: number
  tilt: number
  slope: number
  hair: Hair
  clothSeed: number
}

export interface Placement {
  id: string
  people: People
  hair: readonly Hair[]
  width: number
  height: number
  scale: number
  /** Where each person stands, as a part of the width; the usual places when absent. */
  centres?: readonly number[] | undefined
}

// Where people stand (part of the width) and how large they are (part of the height).
const GROUPS: Record<People, readonly { centre: number; size: number }[]> = {
  one: [{ centre: 0.5, size: 0.128 }],
  child: [
    { centre: 0.39, size: 0.116 },
    { centre: 0.73, size: 0.076 },
  ],
  two: [
    { centre: 0.33, size: 0.104 },
    { centre: 0.68, size: 0.098 },
  ],
  three: [
    { centre: 0.25, size: 0.086 },
    { centre: 0.53, size: 0.098 },
    { centre: 0.79, size: 0.082 },
  ],
  none: [],
}

/** The people of a picture, each moved and tilted a little by the random stream (three draws each). */
export function placeFigures({ id, people, hair, width, height, scale, centres }: Placement, random: Random): Figure[] {
  return GROUPS[people].map((place, i) => {
    const size = place.size * height * scale
    const x = (centres?.[i] ?? place.centre) * width + (random() - 0.5) * 0.02 * width
    const tilt = (random() - 0.5) * 7
    const slope = (random() - 0.5) * 1.6
    const worn = hair[i % hair.length] ?? 'short'
    return { x, y: height - 3.5 * size, size, tilt, slope, hair: worn, clothSeed: hash32(`${id}#${i}`) }
  })
}

/** What a figure covers: head, hair and shoulders. */
export function figureShape(figure: Figure): Shape {
  const place = ([x, y]: Point): Point => [figure.x + x * figure.size, figure.y + y * figure.size]
  const shoulders = flatten(torso(figure.slope)).map(place)
  const hair = HAIR[figure.hair].map((part) => ('ellipse' in part ? part : { polygon: part.polygon.map(place) }))
  return (x, y) => {
    const u = (x - figure.x) / figure.size
    const v = (y - figure.y) / figure.size
    if (insideEllipse([0, HEAD.cy, HEAD.rx, HEAD.ry], u, v) || insidePolygon(shoulders, x, y)) return true
    return hair.some((part) => ('ellipse' in part ? insideEllipse(part.ellipse, u, v) : insidePolygon(part.polygon, x, y)))
  }
}
