import type { Canvas2D } from './brush.ts'
import type { Film, Scene, Shape } from './film.ts'
import { smallWidth } from './lettering.ts'
import { type Style, setWords, type Voice } from './setting.ts'
import { isRightToLeft } from './writing.ts'

/** A picture of some pixels in units: its short side is 720. */
export type Frame = Readonly<{ unit: number; w: number; h: number; shape: Shape }>
type Box = Style['box']

/** The shape a picture of this size is laid out for. */
export function frameOf(width: number, height: number): Frame {
  const unit = Math.min(width, height) / 720
  const shape = width > height * 1.15 ? 'wide' : height > width * 1.15 ? 'portrait' : 'square'
  return { unit, w: width / unit, h: height / unit, shape }
}

/** The language of the words on screen and the way they run. */
export function voiceOf({ lang }: Film): Voice {
  return { lang, rightToLeft: isRightToLeft(lang) }
}

const numeralSizes = { wide: 340, square: 210, portrait: 300 } as const
/** How tall the number of a card is. */
export function numeralSize({ shape }: Frame): number {
  return numeralSizes[shape]
}

/** Whether the words stand above the picture; otherwise beside it. */
export function isAbove(scene: Scene, { shape }: Frame): boolean {
  if (shape === 'portrait') return true
  if (shape === 'square') return scene.kind !== 'numeral'
  return scene.kind === 'statement' && scene.side === 'top'
}

/** The part of a picture kept for words, as somebody who reads to the right sees it. */
export function wordBox(scene: Scene, frame: Frame): Box {
  const { w, h, shape } = frame
  const x = shape === 'wide' ? 84 : 56
  const across = w - 2 * x
  if (shape === 'portrait') return { x, y: h * 0.1, w: across, h: h * 0.26 }
  if (shape === 'square') {
    if (scene.kind === 'numeral') return { x, y: 72, w: w * 0.4, h: 400 }
    return { x, y: scene.kind === 'end' ? 84 : 60, w: across, h: 190 }
  }
  if (scene.kind === 'statement' && scene.side === 'top') return { x, y: 66, w: across, h: 150 }
  if (scene.motif === 'hill') return { x, y: 92, w: w * 0.4, h: 220 }
  if (scene.kind === 'end') return { x, y: 120, w: w * 0.46, h: 250 }
  return { x, y: 130, w: w * (scene.kind === 'statement' ? 0.4 : 0.37), h: 400 }
}

/** How the main words of a card are set. */
export function wordStyle(scene: Scene, frame: Frame): Style {
  const box = wordBox(scene, frame)
  const square = frame.shape === 'square'
  const from = scene.transition === 'cut' ? 0.5 : 1
  if (scene.kind === 'title') {
    const inside = square ? { ...box, y: 142, h: 134 } : { ...box, y: box.y + 40, h: box.h - 100 }
    return { box: inside, largest: square ? 150 : 230, smallest: square ? 40 : 54, from, align: 'middle', leading: 1 }
  }
  if (scene.kind === 'numeral') {
    const inside = { ...box, y: box.y + numeralSize(frame) * 0.86, h: square ? 150 : 130 }
    return { box: inside, largest: square ? 40 : 50, smallest: 28, from: 1.2, align: 'top', leading: 1.14 }
  }
  if (scene.kind === 'end') {
    const h = frame.shape === 'portrait' ? 260 : square ? 170 : 230
    return { box: { ...box, h }, largest: square ? 96 : 116, smallest: 48, from: 0.7, align: 'bottom', leading: 0.98 }
  }
  const above = isAbove(scene, frame) || scene.motif === 'hill'
  const largest = scene.side === 'top' && frame.shape === 'wide' ? 84 : square ? 64 : 78
  return { box, largest, smallest: 36, from, align: above ? 'top' : 'middle', leading: 1.04 }
}

/** Sizes of the small words of a card; they get smaller, down to the second, when the picture is narrow. */
export const smallSizes = { sub: [34, 24], cta: [30, 22] } as const

/** The largest of a pair of sizes at which the words fit; null when not even the smaller does. */
export function fittingSize(c: Canvas2D, text: string, [largest, smallest]: readonly [number, number], width: number): number | null {
  for (let size = largest; size >= smallest; size -= 2) if (smallWidth(c, text, size) <= width) return size
  return null
}

/** How far small words may reach: across the picture when they stand above it, else to the end of their box and a little over. */
export function smallMeasure(scene: Scene, frame: Frame): number {
  const box = wordBox(scene, frame)
  return frame.shape === 'wide' ? box.w * 1.05 : box.w
}

/** The numbers of the scenes whose words do not fit a picture of this size even when they are small. The film's faces must be loaded. */
export function misfits(c: Canvas2D, film: Film, width: number, height: number): number[] {
  const frame = frameOf(width, height)
  const voice = voiceOf(film)
  const holds = (scene: Scene) => {
    if (!setWords(c, scene.text, wordStyle(scene, frame), voice).fits) return false
    const measure = smallMeasure(scene, frame)
    if (scene.kind === 'title' && scene.sub) return fittingSize(c, scene.sub, smallSizes.sub, measure) !== null
    if (scene.kind !== 'end') return true
    return fittingSize(c, scene.cta, smallSizes.cta, measure) !== null && smallWidth(c, scene.hashtag, 32, 600) + 52 <= measure
  }
  return film.scenes.flatMap((scene, index) => (holds(scene) ? [] : [index]))
}
