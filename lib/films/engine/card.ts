import type { Canvas2D } from './brush.ts'
import { clamp, inOut, outCubic, ramp } from './easing.ts'
import type { EndScene, Film, NumeralScene, Scene, TitleScene } from './film.ts'
import { type Frame, fittingSize, isAbove, numeralSize, smallMeasure, smallSizes, voiceOf, wordBox, wordStyle } from './layout.ts'
import { drawHashtag, drawNumeral, drawPlate, drawSmall, drawWordmark, drawWords } from './lettering.ts'
import { linesDrawn } from './motifs/years.ts'
import type { Inks } from './palettes.ts'
import type { Voice } from './setting.ts'

/** Lays paper where the words of a scene will be, from shortly after it enters. */
export function clearForWords(c: Canvas2D, scene: Scene, { w, h, shape }: Frame, ink: Inks, t: number): void {
  const first = scene.transition === 'cut'
  const alpha = inOut(ramp(t, first ? 0 : 0.55, first ? 0.01 : 1.15))
  if (alpha <= 0) return
  const above = isAbove(scene, { unit: 1, w, h, shape })
  const box = wordBox(scene, { unit: 1, w, h, shape })
  const tallest = { statement: 250, numeral: 250, title: 322, end: 330 }[scene.kind]
  const low = { wide: 178, square: tallest, portrait: h * (scene.kind === 'end' || scene.kind === 'numeral' ? 0.43 : 0.36) }[shape]
  const begin = above ? low : box.x + box.w - 20
  const end = begin + (above ? 100 : shape === 'square' ? 110 : 190)
  const paper = above ? c.createLinearGradient(0, begin, 0, end) : c.createLinearGradient(begin, 0, end, 0)
  paper.addColorStop(0, ink.paper)
  paper.addColorStop(1, `${ink.paper}00`)
  c.globalAlpha = alpha
  c.fillStyle = paper
  c.fillRect(0, 0, above ? w : end, above ? end : h)
  c.globalAlpha = 1
}

/** Everything of a card that is written, at one instant of its scene. */
type Card = Readonly<{ film: Film; frame: Frame; ink: Inks; t: number; length: number; voice: Voice; start: number }>

/** Draws the words of a scene: never mirrored, from the right edge when they run that way. */
export function drawCard(c: Canvas2D, scene: Scene, at: { film: Film; frame: Frame; ink: Inks; t: number; length: number }): void {
  const voice = voiceOf(at.film)
  const box = wordBox(scene, at.frame)
  const card = { ...at, voice, start: voice.rightToLeft ? at.frame.w - box.x : box.x }
  if (scene.kind === 'title') drawTitle(c, scene, card)
  else if (scene.kind === 'numeral') drawNumber(c, scene, card)
  else if (scene.kind === 'end') drawEnd(c, scene, card)
  else drawMain(c, scene, card)
}

function drawMain(c: Canvas2D, scene: Scene, { frame, ink, voice, t }: Card): number {
  const style = wordStyle(scene, frame)
  const { box } = style
  const mirrored = voice.rightToLeft ? { ...box, x: frame.w - box.x - box.w } : box
  return drawWords(c, scene.text, { ...style, box: mirrored }, ink, voice, t)
}

function fadeIn(c: Canvas2D, t: number, from: number, draw: () => void): void {
  c.globalAlpha = outCubic(ramp(t, from, from + 0.5))
  draw()
  c.globalAlpha = 1
}

function drawLabel(c: Canvas2D, { film, ink, voice, start }: Card, y: number): void {
  if (film.kind === 'storyteller') return
  drawPlate(c, film.label, { x: start, y, size: 21, fill: ink.paper, color: ink.words, line: ink.words, pad: [14.7, 8.82], voice })
}

/** Towards the end of a line, whichever way it runs. */
const along = ({ voice }: Card, distance: number) => (voice.rightToLeft ? -distance : distance)

function drawTitle(c: Canvas2D, scene: TitleScene, card: Card): void {
  const { frame, ink, voice, t, start } = card
  const y = { wide: 64, square: 36, portrait: 56 }[frame.shape]
  fadeIn(c, t, 0.1, () => {
    drawWordmark(c, start, y, ink, voice.rightToLeft)
    drawLabel(c, card, y + (frame.shape === 'square' ? 50 : 56))
  })
  const bottom = drawMain(c, scene, card)
  const { sub } = scene
  if (!sub) return
  const size = fittingSize(c, sub, smallSizes.sub, smallMeasure(scene, frame)) ?? smallSizes.sub[1]
  fadeIn(c, t, wordStyle(scene, frame).from + 0.7, () => {
    drawSmall(c, sub, { x: start + along(card, 3), y: bottom + 34, size, color: ink.words, voice })
  })
}

function drawNumber(c: Canvas2D, scene: NumeralScene, card: Card): void {
  const { frame, ink, t, length, start, voice } = card
  const size = numeralSize(frame)
  const value = clamp(Math.ceil(linesDrawn(scene.value, t, length)), 1, scene.value)
  const shown = new Intl.NumberFormat(voice.lang).format(value)
  fadeIn(c, t, 0.6, () => {
    drawNumeral(
      c,
      shown,
      { x: start - along(card, size * 0.03), y: wordBox(scene, frame).y + size * 0.8, size },
      ink.thread,
      voice.rightToLeft,
    )
  })
  drawMain(c, scene, card)
}

function drawEnd(c: Canvas2D, scene: EndScene, card: Card): void {
  const { frame, ink, t, start, voice } = card
  fadeIn(c, t, 0.6, () => drawLabel(c, card, frame.shape === 'square' ? 34 : 56))
  const bottom = drawMain(c, scene, card) + (frame.shape === 'square' ? 20 : 30)
  fadeIn(c, t, 1.3, () => drawHashtag(c, scene.hashtag, start, bottom, voice))
  const size = fittingSize(c, scene.cta, smallSizes.cta, smallMeasure(scene, frame)) ?? smallSizes.cta[1]
  fadeIn(c, t, 1.7, () => {
    drawSmall(c, scene.cta, {
      x: start + along(card, 2),
      y: bottom + (frame.shape === 'square' ? 104 : 116),
      size,
      color: ink.words,
      voice,
    })
  })
}
