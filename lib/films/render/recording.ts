import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'

/** What a step does, in groups: what adds to the path, what changes how and where ink falls, and what leaves ink. */
export const does = {
  ...{ moveTo: 0, lineTo: 1, quadraticCurveTo: 2, bezierCurveTo: 3, arc: 4, ellipse: 5, rect: 6, closePath: 7 },
  ...{ beginPath: 8, clip: 9, save: 10, restore: 11, translate: 12, scale: 13, rotate: 14, setTransform: 15 },
  ...{ fillStyle: 16, strokeStyle: 17, lineWidth: 18, lineCap: 19, lineJoin: 20, globalAlpha: 21 },
  ...{ font: 22, fontVariationSettings: 23, textAlign: 24, textBaseline: 25, direction: 26 },
  ...{ fill: 27, stroke: 28, fillRect: 29, strokeRect: 30, fillText: 31 },
} as const

/** How many numbers a step is: what it does, and up to seven of its own. */
export const stride = 8

/** A colour that runs from one place to another. */
export type Gradient = Readonly<{ ends: readonly [number, number, number, number]; stops: [at: number, color: string][] }>

const named: (string | Gradient)[] = []
const numbers = new Map<string, number>()

/** The words, font or colour a number of a step stands for: the same in every recording of this process. */
export function namedBy(number: number): string | Gradient {
  return named[number] ?? ''
}

function numberOf(name: string, stands: string | Gradient = name): number {
  const known = numbers.get(name)
  if (known !== undefined) return known
  numbers.set(name, named.length)
  return named.push(stands) - 1
}

type Lettering = { alpha: number; font: string; weight: string; direction: CanvasDirection }

/**
 * A canvas that only writes down what would be drawn, so that two frames can be compared before anything is. It knows what the engine uses
 * and throws at any other call or setting.
 */
export class Recording {
  steps = new Float64Array(stride * 16_384)
  count = 0
  #now: Lettering = { alpha: 1, font: '', weight: '', direction: 'ltr' }
  #saved: Lettering[] = []

  constructor() {
    Object.preventExtensions(this)
  }

  /** Begins anew. */
  clear(): void {
    this.count = 0
  }

  #add(what: number, a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0): void {
    let at = this.count++ * stride
    if (at + stride > this.steps.length) this.#grow()
    const { steps } = this
    steps[at++] = what
    steps[at++] = a
    steps[at++] = b
    steps[at++] = c
    steps[at++] = d
    steps[at++] = e
    steps[at++] = f
    steps[at] = g
  }

  #grow(): void {
    const { steps } = this
    this.steps = new Float64Array(steps.length * 2)
    this.steps.set(steps)
  }

  moveTo(x: number, y: number): void {
    this.#add(does.moveTo, x, y)
  }
  lineTo(x: number, y: number): void {
    this.#add(does.lineTo, x, y)
  }
  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void {
    this.#add(does.quadraticCurveTo, x1, y1, x, y)
  }
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.#add(does.bezierCurveTo, x1, y1, x2, y2, x, y)
  }
  arc(x: number, y: number, radius: number, from: number, to: number): void {
    this.#add(does.arc, x, y, radius, from, to)
  }
  ellipse(x: number, y: number, radiusX: number, radiusY: number, turned: number, from: number, to: number): void {
    this.#add(does.ellipse, x, y, radiusX, radiusY, turned, from, to)
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.#add(does.rect, x, y, width, height)
  }
  closePath(): void {
    this.#add(does.closePath)
  }
  beginPath(): void {
    this.#add(does.beginPath)
  }
  clip(): void {
    this.#add(does.clip)
  }
  save(): void {
    this.#add(does.save)
    this.#saved.push({ ...this.#now })
  }
  restore(): void {
    this.#add(does.restore)
    this.#now = this.#saved.pop() ?? this.#now
  }
  translate(x: number, y: number): void {
    this.#add(does.translate, x, y)
  }
  scale(x: number, y: number): void {
    this.#add(does.scale, x, y)
  }
  rotate(angle: number): void {
    this.#add(does.rotate, angle)
  }
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.#add(does.setTransform, a, b, c, d, e, f)
  }
  fill(): void {
    this.#add(does.fill)
  }
  stroke(): void {
    this.#add(does.stroke)
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    this.#add(does.fillRect, x, y, width, height)
  }
  strokeRect(x: number, y: number, width: number, height: number): void {
    this.#add(does.strokeRect, x, y, width, height)
  }
  fillText(text: string, x: number, y: number): void {
    this.#add(does.fillText, numberOf(text), x, y)
  }

  set fillStyle(style: string | RecordedGradient) {
    this.#add(does.fillStyle, styleNumber(style))
  }
  set strokeStyle(style: string | RecordedGradient) {
    this.#add(does.strokeStyle, styleNumber(style))
  }
  set lineWidth(width: number) {
    this.#add(does.lineWidth, width)
  }
  set lineCap(cap: string) {
    this.#add(does.lineCap, numberOf(cap))
  }
  set lineJoin(join: string) {
    this.#add(does.lineJoin, numberOf(join))
  }
  get globalAlpha(): number {
    return this.#now.alpha
  }
  set globalAlpha(alpha: number) {
    this.#now.alpha = alpha
    this.#add(does.globalAlpha, alpha)
  }
  set font(font: string) {
    this.#now.font = font
    this.#add(does.font, numberOf(font))
  }
  get fontVariationSettings(): string {
    return this.#now.weight
  }
  set fontVariationSettings(weight: string) {
    this.#now.weight = weight
    this.#add(does.fontVariationSettings, numberOf(weight))
  }
  set textAlign(align: string) {
    this.#add(does.textAlign, numberOf(align))
  }
  set textBaseline(baseline: string) {
    this.#add(does.textBaseline, numberOf(baseline))
  }
  set direction(direction: CanvasDirection) {
    this.#now.direction = direction
    this.#add(does.direction, numberOf(direction))
  }

  createLinearGradient(x0: number, y0: number, x1: number, y1: number): RecordedGradient {
    return new RecordedGradient([x0, y0, x1, y1])
  }

  measureText(text: string): { width: number } {
    return { width: widthOf(text, this.#now) }
  }
}

class RecordedGradient {
  readonly #gradient: Gradient

  constructor(ends: Gradient['ends']) {
    this.#gradient = { ends, stops: [] }
  }

  addColorStop(at: number, color: string): void {
    this.#gradient.stops.push([at, color])
  }

  get number(): number {
    return numberOf(JSON.stringify(this.#gradient), this.#gradient)
  }
}

function styleNumber(style: string | RecordedGradient): number {
  return typeof style === 'string' ? numberOf(style) : style.number
}

const widths = new Map<string, number>()
let measuring: SKRSContext2D | undefined

function widthOf(text: string, { font, weight, direction }: Lettering): number {
  const key = [font, weight, direction, text].join('|')
  const known = widths.get(key)
  if (known !== undefined) return known
  measuring ??= createCanvas(8, 8).getContext('2d')
  measuring.font = font
  measuring.fontVariationSettings = weight
  measuring.direction = direction
  const { width } = measuring.measureText(text)
  widths.set(key, width)
  return width
}
