import type { Weave } from '#lib/art/cloth.ts'
import type { Point } from '#lib/art/numbers.ts'
import { type Canvas2D, drawThread, outline, polyline, stroke } from '../brush.ts'
import { type Dye, drawCloth, dyeOf } from '../cloth.ts'
import { inOut, mix, ramp } from '../easing.ts'
import { shirtOf } from '../figure.ts'
import { type Command, coversPolygon } from '../outline.ts'
import { type Inks, inks } from '../palettes.ts'
import { drawSky, type Print, printOf, threadOf } from '../print.ts'
import { by, castOf, centre, crossed, type Shot, sealed } from '../shot.ts'

const half = 256
const tall = 420

/** The book in units of its own: its spine at x = 0, its head at y = 0. */
function page(side: number): readonly Command[] {
  return [
    ['M', 0, 22],
    ['C', side * 50, -14, side * 180, -10, side * half, 8],
    ['L', side * half, tall + 2],
    ['C', side * 180, tall - 16, side * 50, tall - 18, 0, tall + 22],
    ['Z'],
  ]
}
const left = page(-1)
const right = page(1)
const board: readonly Point[] = [
  [-half - 14, -4],
  [half + 14, -4],
  [half + 14, tall + 16],
  [-half - 14, tall + 16],
]

type Geometry = { x: number; y: number; k: number; cloth: Weave; dye: Dye; print: Print }

function build(shot: Shot): Geometry {
  const x = centre(shot)
  const y = by(shot, 118, 292, shot.h * 0.5)
  const k = by(shot, 1, 0.8, 1)
  const reader = castOf(shot, 0)
  const shape = coversPolygon(board.map(([u, v]): Point => [x + u * k, y + v * k]))
  const print = printOf(shot.w, shot.h, shot.count, { shapes: [shape], porous: 0.7 })
  return { x, y, k, cloth: shirtOf(reader), dye: dyeOf(reader.cloth), print }
}

/** Two hands hold a book: what is written on one page is woven on the other. */
export const book = sealed<Geometry>({
  build,
  draw(c, shot, geometry, moment) {
    const { x, y, k, print } = geometry
    const { ink, h } = shot
    const up = inOut(ramp(moment.t, 0.2, 1.5))
    const done = ramp(moment.t, 1.4, moment.length - 1)
    const sun = { x, y: mix(h + 300 * k, y + 190 * k, inOut(ramp(moment.t, 0.3, 2))), r: by(shot, 292, 192, 292), fill: ink.disc }
    drawSky(c, print, ink, moment, sun, { bend: up })
    drawThread(c, threadOf(print, up), ink, crossed(moment))
    c.save()
    c.translate(x, y + (1 - up) * 640)
    c.scale(k, k)
    for (const side of [-1, 1]) drawArm(c, geometry, ink, side, (h - y) / k)
    drawCovers(c, ink)
    drawWriting(c, ink, done)
    drawWoven(c, geometry, ink, done)
    for (const side of [-1, 1]) drawThumb(c, ink, side)
    c.restore()
  },
})

const palm = (side: number): Point => [side * (half - 4), tall - 44]

function drawFinger(c: Canvas2D, ink: Inks, points: readonly Point[], width: number): void {
  c.lineCap = 'round'
  c.lineJoin = 'round'
  polyline(c, points, false)
  stroke(c, ink.edge, width + 9)
  stroke(c, ink.figure, width)
}

function drawArm(c: Canvas2D, { cloth, dye }: Geometry, ink: Inks, side: number, foot: number): void {
  const [x, y] = palm(side)
  drawFinger(
    c,
    ink,
    [
      [x + side * 24, y - 34],
      [x + side * 26, y + 26],
      [x + side * 40, y + 84],
    ],
    60,
  )
  const sleeve: readonly Point[] = [
    [x + side * 66, y + 66],
    [x + side * 4, y + 92],
    [x + side * 46, foot + 80],
    [x + side * 196, foot + 80],
  ]
  c.lineJoin = 'round'
  polyline(c, sleeve)
  stroke(c, ink.edge, 9)
  c.save()
  c.clip()
  drawCloth(c, { cloth, dye, x: -360, y: tall - 80, columns: 60, rows: 40, cell: 12 })
  c.restore()
  polyline(c, sleeve)
  stroke(c, ink.figure, 4)
}

function drawThumb(c: Canvas2D, ink: Inks, side: number): void {
  const [x, y] = palm(side)
  drawFinger(
    c,
    ink,
    [
      [x + side * 20, y + 6],
      [x - side * 22, y - 28],
      [x - side * 62, y - 46],
    ],
    34,
  )
  c.beginPath()
  c.arc(x + side * 22, y + 14, 34, 0, Math.PI * 2)
  c.fillStyle = ink.figure
  c.fill()
}

function drawCovers(c: Canvas2D, ink: Inks): void {
  c.lineJoin = 'miter'
  polyline(c, board)
  stroke(c, ink.paper, 5)
  c.fillStyle = ink.ink
  c.fill()
  for (const side of [left, right]) {
    c.beginPath()
    outline(c, side)
    c.fillStyle = inks.paper.paper
    c.fill()
    stroke(c, ink.ink, 2.5)
  }
}

const rows = 11

function drawWriting(c: Canvas2D, ink: Inks, done: number): void {
  c.lineCap = 'butt'
  const x0 = -half + 34
  for (let row = 0; row < rows; row++) {
    const written = ramp(done * rows, row, row + 1)
    if (written <= 0) return
    const full = row % 4 === 3 ? 108 : row % 3 === 1 ? 172 : 190
    c.beginPath()
    for (let x = 0; x <= full * written; x += 4) {
      const rise = 10 * (1 - Math.abs((x0 + x + half / 2) / half))
      const wave = Math.sin(x * 0.42 + row * 7) * 3.6 * (Math.sin(x * 0.11 + row) > -0.5 ? 1 : 0.15)
      const y = 50 + row * 33 - rise + wave
      if (x) c.lineTo(x0 + x, y)
      else c.moveTo(x0, y)
    }
    stroke(c, ink.ink, 3.2)
  }
}

function drawWoven(c: Canvas2D, { cloth, dye }: Geometry, ink: Inks, done: number): void {
  const piece = { cloth, dye, x: 36, y: 24, columns: 21, rows: 42, cell: 9, shift: [-10, 0] as const }
  c.save()
  c.beginPath()
  outline(c, right)
  c.clip()
  drawCloth(c, piece, done)
  c.strokeStyle = ink.ink
  c.lineWidth = 2.5
  c.strokeRect(piece.x, piece.y, piece.columns * piece.cell, piece.rows * piece.cell)
  c.restore()
}
