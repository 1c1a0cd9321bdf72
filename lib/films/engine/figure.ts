import { type Weave, weave } from '#lib/art/cloth.ts'
import { hash32, randomFrom } from '#lib/art/hash.ts'
import { HAIR, HEAD, type Command as PosterCommand, torso } from '#lib/art/silhouette.ts'
import type { Head, Person } from './film.ts'
import { type Command, type Covers, coversPart, type Part } from './outline.ts'

/** Somebody seen from behind: the base of the neck at (x, y), half a head `size` high. */
export type Figure = Readonly<{
  person: Person
  x: number
  y: number
  size: number
  /** Degrees the head leans. */
  tilt: number
  slope: number
  cloth: Weave
  wrap: Weave
  /** Walks or stands; otherwise head and shoulders. */
  whole: boolean
}>

/** The shirt on the shoulders of a figure. In half heads from the base of the neck, y downwards, as everything below. */
export function garment(slope: number): readonly Command[] {
  const high = 1.52 + slope * 0.14
  const low = 2 + slope * 0.12
  return [
    ['M', -3.05, 5.2],
    ['C', -3.05, 3, -2.85, low, -1.85, high],
    ['C', -1.3, 1.28, -0.95, 1.16, -0.76, 0.94],
    ['Q', 0, 1.42, 0.76, 0.94],
    ['C', 0.95, 1.16, 1.3, 1.28, 1.85, high],
    ['C', 2.85, low, 3.05, 3, 3.05, 5.2],
    ['Z'],
  ]
}

const round = (head: Head): Part[] => HAIR[head].flatMap((part) => ('ellipse' in part ? [{ ellipse: part.ellipse }] : []))

const LONG: readonly PosterCommand[] = [
  ['M', 0.8, -1.1],
  ['C', 1.12, -0.4, 1, 0.6, 1.16, 1.7],
  ['C', 1.2, 2.08, 0.7, 2.16, 0, 2.16],
  ['C', -0.7, 2.16, -1.2, 2.08, -1.16, 1.7],
  ['C', -1, 0.6, -1.12, -0.4, -0.8, -1.1],
  ['Z'],
]
const CROWN: readonly PosterCommand[] = [
  ['M', -0.9, -1.02],
  ['C', -0.94, -1.76, -0.7, -2, 0, -2],
  ['C', 0.7, -2, 0.94, -1.76, 0.9, -1.02],
  ['Z'],
]
const WRAP: readonly PosterCommand[] = [
  ['M', -0.98, -0.6],
  ['C', -1.06, -1.7, -0.5, -1.9, 0, -1.9],
  ['C', 0.5, -1.9, 1.06, -1.7, 0.98, -0.6],
  ['C', 0.96, 0.3, 1.14, 1, 1.5, 1.66],
  ['L', -1.5, 1.66],
  ['C', -1.14, 1, -0.96, 0.3, -0.98, -0.6],
  ['Z'],
]

/** What sits on or around a head, as it is painted: every outline runs clockwise, because the rings of the crown are clipped to their union. */
export const headgear: Readonly<Record<Head, readonly Part[]>> = {
  short: [],
  bun: round('bun'),
  curls: round('curls'),
  long: [{ outline: LONG }],
  brim: [...round('brim'), { outline: CROWN }],
  wrap: [{ outline: WRAP }],
}

/** Somebody standing or walking, roughly: for the lines that bend around them. */
const BODY: Part = {
  outline: [
    ['M', -2.5, 1.9],
    ['C', -2, 1.3, -0.6, 1.2, -0.52, 0.5],
    ['L', 0.52, 0.5],
    ['C', 0.6, 1.2, 2, 1.3, 2.5, 1.9],
    ['L', 2.9, 5.9],
    ['L', 1.7, 6.4],
    ['L', 1.5, 11.1],
    ['L', -1.5, 11.1],
    ['L', -1.7, 6.4],
    ['L', -2.9, 5.9],
    ['Z'],
  ],
}

/** A person put somewhere. How they hold themselves comes from their own weave, as on their poster. */
export function figureAt(person: Person, x: number, y: number, size: number, whole = false): Figure {
  const random = randomFrom(hash32(person.weave))
  random() // the posters spend the first on the place
  const tilt = (random() - 0.5) * 7
  const slope = (random() - 0.5) * 1.6
  return { person, x, y, size, tilt, slope, cloth: shirtOf(person), wrap: weave(hash32(`${person.weave}~0`)), whole }
}

/** The cloth of somebody's shirt. */
export function shirtOf(person: Person): Weave {
  return weave(hash32(`${person.weave}#0`))
}

/** What a figure covers. */
export function covers(figure: Figure): Covers {
  const skull: Part = { ellipse: [0, HEAD.cy, HEAD.rx, HEAD.ry] }
  const body: Part = figure.whole ? BODY : { outline: torso(figure.slope) }
  const tests = [skull, ...headgear[figure.person.head], body].map(coversPart)
  const foot = figure.whole ? 11.3 : 5.3
  return (x, y) => {
    const u = (x - figure.x) / figure.size
    const v = (y - figure.y) / figure.size
    return u > -3.2 && u < 3.2 && v > -2.4 && v < foot && tests.some((test) => test(u, v))
  }
}
