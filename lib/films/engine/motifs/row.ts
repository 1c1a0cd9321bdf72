import type { Disc } from '../brush.ts'
import { drawThread } from '../brush.ts'
import { inOut, mix, outCubic, ramp } from '../easing.ts'
import { covers, type Figure } from '../figure.ts'
import { pointAlong } from '../lines.ts'
import { drawPerson } from '../person.ts'
import { drawSky, type Print, printOf, threadOf } from '../print.ts'
import { by, crossed, moved, place, type Shot, sealed, sway } from '../shot.ts'

/** `order` is the order of painting: who sits further back first. */
type Geometry = { figures: readonly Figure[]; order: readonly number[]; sun: Disc; print: Print }

function build(shot: Shot): Geometry {
  const seats = Math.max(1, shot.who.length)
  const size = Math.min(by(shot, 66, 50, 62), by(shot, 330, 290, 310) / seats)
  const gap = shot.w / (seats + 0.2)
  const behind = by(shot, 0, 56, 92) // a narrow picture seats them in two rows
  const figures = Array.from({ length: seats }, (_, i) => {
    const own = size * (i === 0 ? 1.16 : i % 2 ? 0.94 : 1.04)
    return place(shot, i, gap * (i + 0.6), shot.h - 3.5 * own - (i % 2 ? behind : 0), own)
  })
  const order = figures.map((_, i) => i).sort((i, j) => (figures[i]?.y ?? 0) - (figures[j]?.y ?? 0) || i - j)
  const last = figures.at(-1)
  const sun = { x: last?.x ?? 0, y: (last?.y ?? 0) - (last?.size ?? 0) * 0.7, r: size * 2.2, fill: shot.ink.disc }
  return { figures, order, sun, print: printOf(shot.w, shot.h, shot.count, { shapes: figures.map(covers) }) }
}

/** The thread goes from one to the next, and the sun with it; a shirt is woven when the thread arrives. */
export const row = sealed<Geometry>({
  layered: true,
  build,
  draw(c, { w, h, ink }, { figures, order, sun, print }, moment) {
    const { t, length, layer, sink } = moment
    const [first] = figures
    if (!first) return
    const up = inOut(ramp(t, 0.2, 1.6))
    const run = threadOf(print, up)
    const part = crossed(moment, 1.3, 1)
    const head = run[0] ? pointAlong(run[0], part)[0] : 0
    if (layer !== 'people') {
      const over = inOut(ramp(t, 1.4, length - 0.4))
      const high = mix(first.y - first.size * 0.7, sun.y, over) - Math.sin(over * Math.PI) * 24
      const light = { ...sun, x: mix(first.x, sun.x, over), y: mix(h + 200, high, inOut(ramp(t, 0.2, 1.9))) }
      drawSky(c, print, ink, moment, light, { bend: up })
      drawThread(c, run, ink, part)
    }
    if (layer === 'ground') return
    for (const i of order) {
      const figure = figures[i] ?? first
      const reached = 1.3 + (length - 2.3) * (figure.x / w)
      const arrived = head > figure.x - figure.size ? outCubic(ramp(t, reached - 0.35, reached + 1.1)) : 0
      const below = 1 - inOut(ramp(t, 0.2 + i * 0.09, 1.6 + i * 0.09)) + sink
      const turn = i === 0 ? 4 * inOut(ramp(t, 2, 3)) : 0
      const pose = { woven: i === 0 ? 1 : arrived, sway: sway(moment, i) + turn }
      drawPerson(c, moved(figure, 0, below * (h - figure.y + 2.4 * figure.size)), ink, pose)
    }
  },
  light: (_, { sun }) => sun,
})
