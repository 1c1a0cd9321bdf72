import { type Weave, weave } from '#lib/art/cloth.ts'
import { hash32 } from '#lib/art/hash.ts'
import type { Point } from '#lib/art/numbers.ts'
import { type Canvas2D, drawThread, polyline, stroke } from '../brush.ts'
import { type Dye, drawCloth, dyeOf } from '../cloth.ts'
import { clamp, inOut, mix, ramp } from '../easing.ts'
import { covers, type Figure } from '../figure.ts'
import { firstPart, type Line, lineThrough } from '../lines.ts'
import { coversPolygon } from '../outline.ts'
import type { Inks } from '../palettes.ts'
import { drawPerson } from '../person.ts'
import { drawSky, type Print, printOf, threadOf } from '../print.ts'
import { by, castOf, crossed, moved, place, type Shot, sealed, sway } from '../shot.ts'

const width = 176
const eaves = width + 34
const wall = -218
const ridge = wall - 142
const cell = 11

// The house in units of its own, the middle of its foot at (0, 0).
const walls: readonly Point[] = [
  [-width, wall],
  [width, wall],
  [width, 0],
  [-width, 0],
]
const roof: readonly Point[] = [
  [-eaves, wall],
  [0, ridge],
  [eaves, wall],
]
const frame = lineThrough([
  [-width, 0],
  [-width, wall],
  [-eaves, wall],
  [0, ridge],
  [eaves, wall],
  [width, wall],
  [width, 0],
])

type Geometry = { x: number; y: number; k: number; figures: readonly Figure[]; cloth: Weave; wallDye: Dye; roofDye: Dye; print: Print }

function build(shot: Shot): Geometry {
  const k = by(shot, 1, 0.76, 1)
  const x = shot.w * by(shot, 0.77, 0.6, 0.56)
  const y = shot.h - 96 * by(shot, 1, 0.8, 1)
  const figures = [place(shot, 0, x - 262 * k, shot.h - 3.5 * 60 * k, 60 * k), place(shot, 1, x - 118 * k, shot.h - 3.5 * 40 * k, 40 * k)]
  const shapes = [walls, roof].map((points) => coversPolygon(points.map(([u, v]): Point => [x + u * k, y + v * k])))
  return {
    ...{ x, y, k, figures },
    cloth: weave(hash32(`${castOf(shot, 0).weave}~house`)),
    wallDye: dyeOf(castOf(shot, 0).cloth),
    roofDye: dyeOf(castOf(shot, 1).cloth),
    print: printOf(shot.w, shot.h, shot.count, { shapes: [...shapes, ...figures.map(covers)], porous: 0.66 }),
  }
}

/** A house woven row by row for somebody large and somebody small. */
export const house = sealed<Geometry>({
  build,
  draw(c, { h, ink }, geometry, moment) {
    const { x, y, k, figures, print } = geometry
    const { t, length } = moment
    const up = inOut(ramp(t, 0.2, 1.7))
    const drawn = inOut(ramp(t, 0.7, 2.1))
    const risen = inOut(ramp(t, 2.2, length - 0.7))
    const sun = {
      ...{ x: x + 46 * k * risen, y: y + mix(-150, ridge + 60, risen) * k },
      ...{ r: drawn < 0.99 ? 0 : mix(148, 186, risen) * k, fill: ink.disc },
    }
    drawSky(c, print, ink, moment, sun, { bend: up })
    drawThread(c, threadOf(print, up), ink, crossed(moment, 0.4, 1))
    c.save()
    c.translate(x, y)
    c.scale(k, k)
    drawHouse(c, geometry, ink, drawn, ramp(t, 1.6, length - 0.8))
    c.restore()
    figures.forEach((figure, i) => {
      const below = 1 - inOut(ramp(t, 0.2 + i * 0.2, 1.7 + i * 0.2))
      const lean = i ? -3 : 3
      drawPerson(c, moved(figure, 0, below * (h - figure.y + 2.2 * figure.size)), ink, { sway: sway(moment, i) + lean })
    })
  },
})

function drawHouse(c: Canvas2D, geometry: Geometry, ink: Inks, drawn: number, work: number): void {
  if (drawn > 0.6) {
    c.globalAlpha = ramp(drawn, 0.6, 1)
    drawWoven(c, geometry.cloth, walls, geometry.wallDye, { y: wall, rows: 20, done: clamp(work * 1.7), ready: drawn > 0.98 })
    drawWoven(c, geometry.cloth, roof, geometry.roofDye, {
      y: ridge,
      rows: 13,
      done: clamp((work * 1.7 - 0.85) / 0.85),
      ready: drawn > 0.98,
    })
    c.globalAlpha = 1
  }
  if (work > 0.05) drawDoor(c, ink, ramp(work, 0.8, 1))
  if (drawn > 0) drawFrame(c, ink, frame, drawn)
  if (drawn < 1) return
  c.beginPath()
  c.moveTo(-eaves, wall)
  c.lineTo(eaves, wall)
  c.moveTo(-width - 70, 0)
  c.lineTo(width + 70, 0)
  stroke(c, ink.figure, 6)
}

type Part = Readonly<{ y: number; rows: number; done: number; ready: boolean }>

function drawWoven(c: Canvas2D, cloth: Weave, points: readonly Point[], dye: Dye, { y, rows, done, ready }: Part): void {
  if (!ready && done <= 0) return
  c.save()
  polyline(c, points)
  c.clip()
  drawCloth(c, { cloth, dye, x: -22.5 * cell, y, columns: 45, rows, cell, shift: [-22, 0] }, done)
  c.restore()
}

function drawDoor(c: Canvas2D, ink: Inks, lit: number): void {
  c.fillStyle = ink.figure
  c.fillRect(-34, -124, 68, 124)
  if (lit <= 0) return
  c.fillStyle = ink.disc
  c.fillRect(-24, -114 + 114 * (1 - lit), 48, 114 * lit)
}

function drawFrame(c: Canvas2D, ink: Inks, line: Line, drawn: number): void {
  c.lineJoin = 'miter'
  c.lineCap = 'square'
  polyline(c, drawn < 1 ? firstPart(line, line.length * drawn) : line.points, false)
  stroke(c, ink.edge, 12)
  stroke(c, ink.figure, 7)
}
