import { clothPaths, weave } from './cloth.ts'
import type { Figure } from './figure.ts'
import { hash32 } from './hash.ts'
import { tenths } from './numbers.ts'
import type { Inks } from './palettes.ts'
import { HAIR, type HairPart, HEAD, torso } from './silhouette.ts'

export interface FigureMarkup {
  defs: string
  body: string
}

type Scaled = (units: number) => string

const RINGS = [0.14, 0.3, 0.47, 0.66, 0.87, 1.1, 1.36]
const EARED = ['short', 'bun', 'brim']

const collar = (s: Scaled) => `M${s(-0.76)} ${s(0.94)}Q0 ${s(1.42)} ${s(0.76)} ${s(0.94)}`

function torsoPath(slope: number, s: Scaled): string {
  return torso(slope)
    .map(([letter, ...numbers]) => letter + numbers.map(s).join(' '))
    .join('')
}

function garmentPath(slope: number, s: Scaled): string {
  const high = s(1.52 + slope * 0.14)
  const low = s(2 + slope * 0.12)
  const left = `C${s(-3.05)} ${s(3)} ${s(-2.85)} ${low} ${s(-1.85)} ${high}C${s(-1.3)} ${s(1.28)} ${s(-0.95)} ${s(1.16)} ${s(-0.76)} ${s(0.94)}`
  const right = `C${s(0.95)} ${s(1.16)} ${s(1.3)} ${s(1.28)} ${s(1.85)} ${high}C${s(2.85)} ${low} ${s(3.05)} ${s(3)} ${s(3.05)} ${s(5.2)}`
  return `M${s(-3.05)} ${s(5.2)}${left}Q0 ${s(1.42)} ${s(0.76)} ${s(0.94)}${right}Z`
}

function hairPart(part: HairPart, s: Scaled): string {
  if (!('ellipse' in part)) return `<path d="${part.path.replace(/-?\d+\.?\d*/g, (number) => s(Number(number)))}"/>`
  const [cx, cy, rx, ry] = part.ellipse
  return `<ellipse cx="${s(cx)}" cy="${s(cy)}" rx="${s(rx)}" ry="${s(ry)}"/>`
}

const ear = (cx: number, s: Scaled) => `<ellipse cx="${s(cx)}" cy="${s(-0.5)}" rx="${s(0.13)}" ry="${s(0.24)}"/>`

function clothPattern(id: string, y: number, cell: number, cloth: string): string {
  const place = `width="32" height="32" x="-16" y="${y}" patternUnits="userSpaceOnUse" patternTransform="scale(${tenths(cell)})"`
  return `<pattern id="${id}" ${place}><g shape-rendering="crispEdges">${cloth}</g></pattern>`
}

interface Parts {
  s: Scaled
  inks: Inks
  fill: string
  outline: string
  head: string
  hair: string
  clip: string
  wrapPattern: string
}

function clothes(figure: Figure, pattern: string, { s, inks, fill, outline }: Parts): string {
  const garment = garmentPath(figure.slope, s)
  return (
    `<path d="${torsoPath(figure.slope, s)}" fill="${fill}" ${outline} paint-order="stroke"/>` +
    `<path d="${garment}" fill="url(#${pattern})"/><path d="${collar(s)}" fill="none" stroke="${inks.thread}" stroke-width="${s(0.1)}"/>` +
    `<path d="${garment}" fill="none" stroke="${fill}" stroke-width="${s(0.05)}"/>`
  )
}

function headMarkup(figure: Figure, { s, inks, fill, outline, head, hair, clip, wrapPattern }: Parts): string {
  const brim = figure.hair === 'brim'
  const wrapped = figure.hair === 'wrap'
  const ears = EARED.includes(figure.hair) ? ear(-0.83, s) + ear(0.83, s) : ''
  const rings = wrapped ? [] : RINGS.map((k) => `<ellipse cx="${s(0.1)}" cy="${s(-1.12)}" rx="${s(k * 0.86)}" ry="${s(k)}"/>`)
  const ringInk = inks.ring || inks.paper
  const band = `<path d="M${s(-0.9)} ${s(-1.2)}Q0 ${s(-1.02)} ${s(0.9)} ${s(-1.2)}" fill="none" stroke="${inks.thread}" stroke-width="${s(0.16)}"/>`
  return [
    `<g transform="rotate(${tenths(figure.tilt)})" fill="${fill}">`,
    `<g ${outline} paint-order="stroke">${ears}${head}${hair}</g>${ears}${head}${brim ? '' : hair}`,
    `<g clip-path="url(#${clip})" fill="none" stroke="${ringInk}" stroke-width="${s(0.028)}" opacity=".6">${rings.join('')}</g>`,
    brim ? `<g ${outline} paint-order="stroke">${hair}</g>${hair}` : '',
    wrapped ? `<g fill="${inks.edge || inks.ink}">${hair}</g><g fill="url(#${wrapPattern})">${hair}</g>` : '',
    brim ? band : '',
    '</g>',
  ].join('')
}

/** The SVG of the person numbered `index` in the picture `pictureId`. Every id in it starts with `prefix`, which must be unique in the document. */
export function drawFigure(figure: Figure, index: number, inks: Inks, pictureId: string, prefix: string): FigureMarkup {
  const s: Scaled = (units) => tenths(units * figure.size)
  const cell = figure.size / 8.5
  const pattern = `${prefix}c${index}`
  const clip = `${pattern}h`
  const wrapPattern = `${pattern}w`
  const fill = inks.figure || inks.ink
  const head = `<ellipse cy="${s(HEAD.cy)}" rx="${s(HEAD.rx)}" ry="${s(HEAD.ry)}"/>`
  const hair = HAIR[figure.hair].map((part) => hairPart(part, s)).join('')
  const outline = `stroke="${inks.edge || inks.paper}" stroke-width="${s(0.1)}" stroke-linejoin="round"`
  const parts: Parts = { s, inks, fill, outline, head, hair, clip, wrapPattern }

  const cloth = clothPaths(weave(figure.clothSeed), inks, index % 2 ? inks.ink : inks.warp)
  const wrapCloth = () => clothPaths(weave(hash32(`${pictureId}~${index}`)), { weft: fill, thread: inks.thread }, inks.warp)
  const defs =
    clothPattern(pattern, 9, cell, cloth) +
    `<clipPath id="${clip}">${head}${hair}</clipPath>` +
    (figure.hair === 'wrap' ? clothPattern(wrapPattern, 3, cell * 0.8, wrapCloth()) : '')
  const place = `translate(${tenths(figure.x)} ${tenths(figure.y)})`
  return { defs, body: `<g transform="${place}">${clothes(figure, pattern, parts)}${headMarkup(figure, parts)}</g>` }
}
