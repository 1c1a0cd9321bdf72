import type { Canvas2D, Disc } from './brush.ts'
import { inOut, mix, onTwos, ramp } from './easing.ts'
import { type Figure, figureAt } from './figure.ts'
import type { Person, Shape } from './film.ts'
import type { Inks } from './palettes.ts'

/** All that the geometry of a scene depends on. Equal shots have equal geometry. */
export type Shot = Readonly<{
  w: number
  h: number
  shape: Shape
  ink: Inks
  /** How many level lines. */
  count: number
  who: readonly Person[]
  /** Names the cloth of a scene without people. */
  seedName: string
}>

/** One instant of a scene, in seconds. */
export type Moment = Readonly<{
  t: number
  length: number
  beat: number
  /** It opens the film. */
  first: boolean
  /** 'ground' leaves the people out and 'people' draws nothing else: a disc can open between the two. */
  layer: 'all' | 'ground' | 'people'
  /** 0 to 1: people sink out of the picture. */
  sink: number
  /** The picture is a mirror image, for words that run from right to left. */
  mirrored: boolean
  /** Lays paper where the words will be: called between the lines and the thread. */
  clear: () => void
}>

/** A kind of picture: its geometry, made once for each shot, and any instant of it. */
export type Motif<G> = Readonly<{
  /** Heeds `layer`. */
  layered?: boolean
  build: (shot: Shot) => G
  draw: (c: Canvas2D, shot: Shot, geometry: G, moment: Moment) => void
  /** Where the light is when the scene ends; radius 0 when somebody stands in front of it. */
  light?: (shot: Shot, geometry: G) => Disc
}>

/** A motif whose geometry nobody else looks into. */
export type AnyMotif = Motif<unknown>

/** Hides what geometry a motif has: `build` and `draw` of one motif always go together. */
export function sealed<G>(motif: Motif<G>): AnyMotif {
  const { build, draw, light, layered = false } = motif
  const known = (geometry: unknown) => geometry as G
  return {
    layered,
    build,
    draw: (c, shot, geometry, moment) => draw(c, shot, known(geometry), moment),
    ...(light ? { light: (shot: Shot, geometry: unknown) => light(shot, known(geometry)) } : {}),
  }
}

/** The i-th person of a shot, or somebody who stands for nobody. */
export function castOf(shot: Shot, index: number): Person {
  return shot.who[index] ?? { weave: `${shot.seedName}-${index}`, head: 'short', cloth: 'maize' }
}

/** The i-th person of a shot, put somewhere. */
export function place(shot: Shot, index: number, x: number, y: number, size: number, whole = false): Figure {
  return figureAt(castOf(shot, index), x, y, size, whole)
}

/** The same figure, elsewhere. */
export function moved(figure: Figure, dx: number, dy: number): Figure {
  return { ...figure, x: figure.x + dx, y: figure.y + dy }
}

/** Where the picture's middle is, beside or below the words. */
export function centre({ shape, w }: Shot): number {
  return shape === 'wide' ? w * 0.725 : w * 0.5
}

/** The value for the shape at hand. */
export function by<T>({ shape }: Pick<Shot, 'shape'>, wide: T, square: T, portrait: T): T {
  return { wide, square, portrait }[shape]
}

/** How far the thread has crossed: from shortly after a scene enters until shortly before it ends. */
export function crossed({ t, length }: Moment, from = 0.5, rest = 0.35): number {
  const x = ramp(t, from, length - rest)
  return mix(x, inOut(x), 0.5)
}

/** Degrees a head sways. */
export function sway({ t }: Moment, index = 0): number {
  return Math.sin(onTwos(t) * 0.9 + index * 2.1) * 1.3
}
