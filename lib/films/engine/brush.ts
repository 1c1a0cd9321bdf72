import type { Point } from '#lib/art/numbers.ts'
import { inOut, ramp } from './easing.ts'
import { firstPart, type Line, pointOf } from './lines.ts'
import type { Command, Part } from './outline.ts'
import { black, type Inks, inks } from './palettes.ts'

/** What films are drawn on: the same calls in a browser and on the server. */
export type Canvas2D = CanvasRenderingContext2D
export type Disc = Readonly<{ x: number; y: number; r: number; fill: string; stroke?: string }>

/** Adds the first `part` of a line to the path, smoothed through the middles of its pieces as the posters are. */
export function trace(c: Canvas2D, line: Line, part = 1): void {
  if (part <= 0 || line.points.length < 2) return
  const points = part < 1 ? firstPart(line, line.length * part) : line.points
  const last = points.length - 1
  c.moveTo(...pointOf(points, 0))
  if (last === 1) {
    c.lineTo(...pointOf(points, 1))
    return
  }
  for (let i = 1; i < last; i++) {
    const [x, y] = pointOf(points, i)
    const [nextX, nextY] = pointOf(points, i + 1)
    if (i === last - 1) c.quadraticCurveTo(x, y, nextX, nextY)
    else c.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2)
  }
}

/** The thread: yellow with dark edges, drawn as far as `part` of its whole length. */
export function drawThread(c: Canvas2D, runs: readonly Line[], ink: Inks, part = 1, width = 6): void {
  if (part <= 0) return
  const total = runs.reduce((sum, run) => sum + run.length, 0)
  c.lineJoin = 'round'
  c.lineCap = 'butt'
  const yellow = ink.thread === ink.paper ? inks.night.thread : ink.thread
  for (const [stroke, color] of [
    [width + 5, ink.threadEdge],
    [width, yellow],
  ] as const) {
    c.strokeStyle = color
    c.lineWidth = stroke
    c.beginPath()
    let left = total * part
    for (const run of runs) {
      if (left <= 0) break
      trace(c, run, left / run.length)
      left -= run.length
    }
    c.stroke()
  }
}

/** A filled disc, with a thin rim where one is asked for; nothing when its radius is not positive. */
export function drawDisc(c: Canvas2D, { x, y, r, fill, stroke }: Disc): void {
  if (r <= 0) return
  c.beginPath()
  c.arc(x, y, r, 0, Math.PI * 2)
  c.fillStyle = fill
  c.fill()
  if (stroke === undefined) return
  c.strokeStyle = stroke
  c.lineWidth = 2
  c.stroke()
}

/** Adds an outline to the path, `size` units to one of its own. */
export function outline(c: Canvas2D, commands: readonly Command[], size = 1): void {
  for (const command of commands) {
    if (command[0] === 'M') c.moveTo(command[1] * size, command[2] * size)
    else if (command[0] === 'L') c.lineTo(command[1] * size, command[2] * size)
    else if (command[0] === 'Q') c.quadraticCurveTo(command[1] * size, command[2] * size, command[3] * size, command[4] * size)
    else if (command[0] === 'C') {
      const [, x1, y1, x2, y2, x, y] = command
      c.bezierCurveTo(x1 * size, y1 * size, x2 * size, y2 * size, x * size, y * size)
    } else c.closePath()
  }
}

/** Adds an ellipse or an outline to the path. */
export function addPart(c: Canvas2D, part: Part, size: number): void {
  if ('outline' in part) {
    outline(c, part.outline, size)
    return
  }
  const [x, y, rx, ry] = part.ellipse
  c.moveTo((x + rx) * size, y * size)
  c.ellipse(x * size, y * size, rx * size, ry * size, 0, 0, Math.PI * 2)
}

/** Begins a path through these points. */
export function polyline(c: Canvas2D, points: readonly Point[], closed = true): void {
  c.beginPath()
  points.forEach(([x, y], i) => {
    if (i) c.lineTo(x, y)
    else c.moveTo(x, y)
  })
  if (closed) c.closePath()
}

/** Strokes the path there is. */
export function stroke(c: Canvas2D, color: string, width: number): void {
  c.strokeStyle = color
  c.lineWidth = width
  c.stroke()
}

/** The mark: a # of two warps and two wefts, over and under. `part` weaves it. */
export function drawMark(c: Canvas2D, box: { x: number; y: number; size: number }, ground: string, part = 1): void {
  const line = (color: string, width: number, from: Point, to: Point, drawn = 1) => {
    if (drawn <= 0) return
    c.beginPath()
    c.moveTo(...from)
    c.lineTo(from[0] + (to[0] - from[0]) * drawn, from[1] + (to[1] - from[1]) * drawn)
    stroke(c, color, width)
  }
  const warp = inOut(ramp(part, 0, 0.5))
  const weft = inOut(ramp(part, 0.4, 1))
  c.save()
  c.translate(box.x, box.y)
  c.scale(box.size / 32, box.size / 32)
  c.lineCap = 'butt'
  line(black, 4.2, [11.5, 3.5], [11.5, 28.5], warp)
  line(black, 4.2, [20.5, 28.5], [20.5, 3.5], warp)
  c.beginPath()
  c.rect(3.5, 8, 25 * weft, 7)
  c.rect(28.5 - 25 * weft, 17, 25 * weft, 7)
  c.clip()
  line(ground, 6.8, [8.6, 11.5], [14.4, 11.5])
  line(ground, 6.8, [17.6, 20.5], [23.4, 20.5])
  line(black, 4.2, [3.5, 11.5], [28.5, 11.5])
  line(black, 4.2, [3.5, 20.5], [28.5, 20.5])
  line(ground, 6.8, [20.5, 8.6], [20.5, 14.4])
  line(ground, 6.8, [11.5, 17.6], [11.5, 23.4])
  line(black, 4.2, [20.5, 7], [20.5, 16])
  line(black, 4.2, [11.5, 16], [11.5, 25])
  c.restore()
}
