import { type Canvas2D, drawThread, stroke } from '../brush.ts'
import { inOut, mix, ramp } from '../easing.ts'
import type { Figure } from '../figure.ts'
import { partAt, pointAlong } from '../lines.ts'
import { coversCircle } from '../outline.ts'
import type { Inks } from '../palettes.ts'
import { drawPerson } from '../person.ts'
import { drawSky, type Print, printOf, threadOf } from '../print.ts'
import { by, centre, crossed, moved, place, type Shot, sealed } from '../shot.ts'

type Geometry = { x: number; y: number; r: number; k: number; walker: Figure; print: Print }

function build(shot: Shot): Geometry {
  const k = by(shot, 1, 0.72, 1)
  const [x, y, r] = [centre(shot), shot.h - 96 * k, 262 * k]
  const print = printOf(shot.w, shot.h, shot.count, { shapes: [coversCircle(x, y, r)], boulders: [{ x, y, r }] })
  return { x, y, r, k, walker: place(shot, 0, 0, 0, 17 * k, true), print }
}

/** Something dark lies in the way; a thread goes over it, and somebody small follows. */
export const hill = sealed<Geometry>({
  build,
  draw(c, { w, shape, ink }, geometry, moment) {
    const { x, y, r, k, walker, print } = geometry
    const { t, length } = moment
    const up = inOut(ramp(t, 0.1, 1.5))
    const run = threadOf(print, up)
    const high = mix(y, y - r - 96 * k, inOut(ramp(t, length * 0.45, length - 0.6)))
    drawSky(c, print, ink, moment, { x, y: high, r: 150 * k, fill: ink.disc }, { bend: up })
    drawStone(c, geometry, ink, (1 - up) * (r + 110))
    drawThread(c, run, ink, Math.max(inOut(ramp(t, 0.4, 2)), crossed(moment)))
    const [line] = run
    if (!line) return
    const gone = inOut(ramp(t, 1.4, length - 1.5))
    const moving = gone > 0.01 && gone < 0.99
    const strides = moving ? gone * 16 : 0
    const [footX, footY] = pointAlong(line, partAt(line, mix(w * (shape === 'wide' ? 0.3 : 0.06), x, gone)))
    const hop = Math.abs(Math.sin(strides * Math.PI)) * 3
    drawPerson(c, moved(walker, footX, footY - 11 * walker.size - 4 - hop + (1 - up) * 300), ink, { strides })
  },
})

function drawStone(c: Canvas2D, { x, y, r, k }: Geometry, ink: Inks, below: number): void {
  c.save()
  c.translate(x, y + below)
  c.scale(k, k)
  c.beginPath()
  c.arc(0, 0, r / k - 8, 0, Math.PI * 2)
  stroke(c, ink.edge, 8)
  c.fillStyle = ink.figure
  c.fill()
  c.clip()
  c.globalAlpha *= 0.55
  c.beginPath()
  for (let ring = 1; ring < 9; ring++) {
    c.moveTo(20 + ring * 34, -40)
    c.ellipse(20, -40, ring * 34, ring * 33, 0, 0, Math.PI * 2)
  }
  stroke(c, ink.ring, 1.6)
  c.restore()
}
