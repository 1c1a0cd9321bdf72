import type { Point } from '#lib/art/numbers.ts'
import { type Canvas2D, outline, stroke } from './brush.ts'
import { drawCloth, dyeOf } from './cloth.ts'
import { clamp } from './easing.ts'
import type { Figure } from './figure.ts'
import type { Command } from './outline.ts'
import type { Inks } from './palettes.ts'

const NECK: readonly Command[] = [['M', -0.52, -0.2], ['L', 0.52, -0.2], ['L', 0.62, 1.6], ['L', -0.62, 1.6], ['Z']]
const TUNIC: readonly Command[] = [
  ['M', -0.76, 0.94],
  ['Q', 0, 1.42, 0.76, 0.94],
  ['C', 1, 1.2, 1.4, 1.26, 1.8, 1.5],
  ['L', 1.55, 3.6],
  ['L', 1.72, 6.5],
  ['L', -1.72, 6.5],
  ['L', -1.55, 3.6],
  ['L', -1.8, 1.5],
  ['C', -1.4, 1.26, -1, 1.2, -0.76, 0.94],
  ['Z'],
]

function sleeve(side: number, swing: number): readonly Command[] {
  return [
    ['M', side * 1.5, 1.36],
    ['C', side * 2.4, 1.5, side * 2.62, 2.3, side * 2.66, 3.2],
    ['L', side * 2.86, 5.1 + swing],
    ['L', side * 1.82, 5.25 + swing],
    ['L', side * 1.4, 2.6],
    ['Z'],
  ]
}

/** Body and limbs of somebody who walks away from us, the canvas being at the base of the neck. A lifted leg is shorter and shows its sole. */
export function drawWalker(c: Canvas2D, figure: Figure, ink: Inks, strides: number): void {
  const swing = Math.sin(strides * Math.PI)
  for (const side of [-1, 1]) drawLeg(c, figure.size, ink, side, clamp(side * swing))
  c.lineJoin = 'round'
  c.beginPath()
  outline(c, NECK, figure.size)
  stroke(c, ink.edge, figure.size * 0.12)
  c.fillStyle = ink.figure
  c.fill()
  for (const side of [-1, 1]) {
    const reach = -side * swing * 0.32
    const hand: Point = [side * 2.32, 5.75 + reach]
    drawLimb(c, figure.size, ink, [hand, [hand[0], hand[1] - 0.5]], 0.78)
    drawSewn(c, figure, ink, sleeve(side, reach), 0.22)
  }
  drawSewn(c, figure, ink, TUNIC, 0.2)
}

function drawLimb(c: Canvas2D, size: number, ink: Inks, points: readonly Point[], width: number): void {
  c.lineCap = 'round'
  c.lineJoin = 'round'
  c.beginPath()
  points.forEach(([x, y], i) => {
    if (i) c.lineTo(x * size, y * size)
    else c.moveTo(x * size, y * size)
  })
  stroke(c, ink.edge, (width + 0.22) * size)
  stroke(c, ink.figure, width * size)
}

function drawLeg(c: Canvas2D, size: number, ink: Inks, side: number, lift: number): void {
  const ankle = 10.55 - lift * 1.25
  const x = side * (0.78 - lift * 0.08)
  const knee: Point = [side * 0.78, 8.3 - lift * 0.25]
  drawLimb(c, size, ink, [[side * 0.72, 6], knee, [x, ankle]], 1.24 - lift * 0.12)
  const foot = (x + side * 0.1) * size
  c.beginPath()
  c.ellipse(foot, (ankle + 0.42) * size, 0.66 * size, (0.34 + lift * 0.2) * size, 0, 0, Math.PI * 2)
  stroke(c, ink.edge, 0.14 * size)
  c.fillStyle = ink.figure
  c.fill()
  if (lift <= 0.25) return
  c.beginPath()
  c.ellipse(foot, (ankle + 0.5) * size, 0.42 * size, 0.28 * lift * size, 0, 0, Math.PI * 2)
  stroke(c, ink.edge, 0.09 * size)
}

function drawSewn(c: Canvas2D, { size, cloth, person }: Figure, ink: Inks, shape: readonly Command[], edge: number): void {
  const cell = size / 5.5
  c.beginPath()
  outline(c, shape, size)
  stroke(c, ink.edge, edge * size)
  c.save()
  c.clip()
  drawCloth(c, { cloth, dye: dyeOf(person.cloth), x: -18 * cell, y: 4 * cell, columns: 36, rows: 36, cell, shift: [-2, 0] })
  c.restore()
  c.beginPath()
  outline(c, shape, size)
  stroke(c, ink.figure, 0.07 * size)
}
