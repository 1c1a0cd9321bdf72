import { contours, simplify, smoothPath } from './contours.ts'
import { flowField } from './field.ts'
import { type Figure, figureShape, type People, placeFigures } from './figure.ts'
import { drawFigure } from './figure-markup.ts'
import { hash32, pick, type Random, randomFrom } from './hash.ts'
import { escapeXml } from './markup.ts'
import { tenths } from './numbers.ts'
import { DAY_PALETTES, type Inks, PALETTES, type PaletteName } from './palettes.ts'
import { type Hair, insideCircle } from './silhouette.ts'

/** A disc lines part around: centre as parts of width and height, radius as a part of the height. */
export interface Stone {
  x: number
  y: number
  r: number
  colour?: string
}

export interface PosterSpec {
  /** Decides cloth, small movements, and whatever is left open below. */
  id: string
  /** How many lines cross the picture: the years of a life, when the person told us. Otherwise 36 to 59, and words must not mention years. */
  years?: number
  people?: People
  /** One for each person, in turn. Chosen with the person. */
  hair?: readonly Hair[]
  palette?: PaletteName
  /** Own inks instead of a palette. */
  inks?: Inks
  width?: number
  height?: number
  centres?: readonly number[]
  scale?: number
  /** The line that is the thread, as a part of the height. Pictures that stand side by side need the same. */
  threadAt?: number
  thread?: boolean
  /** Without people: how high the unlit disc has risen, as a part of the height; false for no disc. */
  rise?: number | false
  /** Draws stones instead of people and disc. */
  stones?: readonly Stone[]
  /** Lines fade in between two parts of the width. */
  fade?: readonly [from: number, to: number]
  /** Grid size of the flow: larger is quicker and coarser. */
  step?: number
  /** Put before every id in the SVG, for pictures that share a document. */
  prefix?: string
  title?: string
}

interface Disc {
  x: number
  y: number
  r: number
}

interface Scene {
  spec: PosterSpec
  width: number
  height: number
  inks: Inks
  count: number
  figures: readonly Figure[]
  disc: Disc | null
  lit: boolean
}

const POROUS_PEOPLE = 0.62
const POROUS_DISC = 0.3

function discOf(spec: PosterSpec, figures: readonly Figure[], width: number, height: number): Disc | null {
  if (spec.stones) return null
  const largest = figures.reduce<Figure | null>((best, figure) => (figure.size > (best?.size ?? 0) ? figure : best), null)
  const aside = (spec.people ?? 'one') === 'one' ? 0 : width * 0.06
  if (largest) return { x: largest.x + aside, y: largest.y - largest.size * 0.9, r: largest.size * 2.5 }
  return spec.rise === false ? null : { x: width * 0.5, y: height * (1 - (spec.rise ?? 0.2)), r: width * 0.25 }
}

function sceneOf(spec: PosterSpec, random: Random): Scene {
  const { id, people = 'one', hair = ['short'], scale = 1, width = 800, height = 1000, centres } = spec
  const inks = spec.inks ?? PALETTES[spec.palette ?? pick(random, DAY_PALETTES)]
  const count = spec.years || 36 + Math.floor(random() * 24)
  const figures = placeFigures({ id, people, hair, width, height, scale, centres }, random)
  return { spec, width, height, inks, count, figures, disc: discOf(spec, figures, width, height), lit: figures.length > 0 }
}

function fieldOf({ spec, width, height, figures, disc, lit }: Scene) {
  const step = spec.step ?? 8
  const boulders = spec.stones?.map(({ x, y, r }) => ({ x: x * width, y: y * height, r: r * height }))
  const rounds = boulders ?? (disc && !lit ? [disc] : [])
  const shapes = [
    ...figures.map(figureShape),
    ...rounds.map((round) => (x: number, y: number) => insideCircle(round.x, round.y, round.r, x, y)),
  ]
  return flowField({ shapes, width, height, step, porous: lit ? POROUS_PEOPLE : POROUS_DISC, boulders })
}

function drawLines(scene: Scene, mask: string): string {
  const { spec, inks, count, height, lit } = scene
  const field = fieldOf(scene)
  const gap = height / count
  const threadIndex = Math.round(count * (spec.threadAt ?? (lit ? 0.44 : 0.3)))
  let lines = ''
  let thread = ''
  for (let k = 0; k < count; k++) {
    for (const line of contours(field, spec.step ?? 8, (k + 0.5) * gap)) {
      const path = smoothPath(simplify(line, 0.55))
      if (k === threadIndex) thread += path
      else lines += path
    }
  }
  const edge = `<path d="${thread}" stroke="${inks.figure || inks.ink}" stroke-width="${tenths(Math.max(9, gap * 0.62))}"/>`
  const yarn = `<path d="${thread}" stroke="${inks.thread}" stroke-width="${tenths(Math.max(5, gap * 0.36))}"/>`
  const plain = `<path d="${lines}" stroke="${inks.ink}" stroke-width="${tenths(lineWidth(scene))}"${mask}/>`
  return `<g fill="none" stroke-linejoin="round">${plain}${spec.thread !== false && thread ? edge + yarn : ''}</g>`
}

const lineWidth = ({ height, count }: Scene): number => Math.max(1.3, (height / count) * 0.115)

const circle = ({ x, y, r }: Disc, paint: string): string => `<circle cx="${tenths(x)}" cy="${tenths(y)}" r="${tenths(r)}" ${paint}/>`

function drawStones(scene: Scene): string {
  const { spec, inks, width, height } = scene
  const stroke = `stroke="${inks.ink}" stroke-width="${tenths(lineWidth(scene) * 1.6)}"`
  return (spec.stones ?? [])
    .map(({ x, y, r, colour }) => circle({ x: x * width, y: y * height, r: r * height * 0.86 }, `fill="${colour ?? inks.disc}" ${stroke}`))
    .join('')
}

function fadeDefs({ spec, width, height }: Scene, prefix: string): string {
  if (!spec.fade) return ''
  const [from, to] = spec.fade
  const span = `gradientUnits="userSpaceOnUse" x1="${tenths(from * width)}" x2="${tenths(to * width)}" y1="0" y2="0"`
  const stops = '<stop stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#fff"/>'
  const size = `width="${width}" height="${height}"`
  const mask = `<mask id="${prefix}m" maskUnits="userSpaceOnUse" x="0" y="0" ${size}><rect ${size} fill="url(#${prefix}g)"/></mask>`
  return `<linearGradient id="${prefix}g" ${span}>${stops}</linearGradient>${mask}`
}

/** The picture as one svg element. Same spec, same bytes, on every engine; takes up to a second, so never once per request. */
export function drawPoster(spec: PosterSpec): string {
  const seed = hash32(spec.id)
  const prefix = (spec.prefix || 'p') + seed.toString(36)
  const scene = sceneOf(spec, randomFrom(seed))
  const { inks, width, height, disc, lit } = scene
  const people = scene.figures.map((figure, i) => drawFigure(figure, i, inks, spec.id, prefix))
  const defs = people.map((person) => person.defs).join('') + fadeDefs(scene, prefix)
  const role = spec.title ? `role="img" aria-labelledby="${prefix}t"` : 'aria-hidden="true" focusable="false"'
  const sun = disc && lit ? circle(disc, `fill="${inks.disc}"`) : ''
  const unlit = disc && !lit ? circle(disc, `fill="${inks.weft}" stroke="${inks.ink}" stroke-width="${tenths(lineWidth(scene))}"`) : ''
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ${role} preserveAspectRatio="xMidYMid slice">`,
    spec.title ? `<title id="${prefix}t">${escapeXml(spec.title)}</title>` : '',
    `<defs>${defs}</defs><rect width="${width}" height="${height}" fill="${inks.paper}"/>${sun}`,
    drawLines(scene, spec.fade ? ` mask="url(#${prefix}m)"` : ''),
    unlit,
    drawStones(scene),
    ...people.map((person) => person.body),
    '</svg>',
  ].join('')
}
