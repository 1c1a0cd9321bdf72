import type { Disc } from '../brush.ts'
import { drawThread } from '../brush.ts'
import { inOut, mix, ramp } from '../easing.ts'
import { covers, type Figure } from '../figure.ts'
import { drawPerson } from '../person.ts'
import { drawSky, type Print, printOf, threadOf } from '../print.ts'
import { by, centre, crossed, moved, place, type Shot, sealed, sway } from '../shot.ts'

type Geometry = { figures: readonly Figure[]; sun: Disc; print: Print }

function build(shot: Shot): Geometry {
  const cx = centre(shot)
  const k = by(shot, 1, 0.55, 1)
  const sit = (index: number, dx: number, size: number) => place(shot, index, cx + dx * k, shot.h - 3.5 * size * k, size * k)
  const pair = shot.who.length > 1
  const figures = pair ? [sit(0, -104, 92), sit(1, 172, 62)] : [sit(0, 0, 107)]
  const [main = sit(0, 0, 107)] = figures
  const sun = { x: main.x + (pair ? 70 * k : 0), y: main.y - main.size * 0.9, r: main.size * 2.5, fill: shot.ink.disc }
  return { figures, sun, print: printOf(shot.w, shot.h, shot.count, { shapes: figures.map(covers) }) }
}

/** One or two people rise into the lines, the sun behind them. */
export const portrait = sealed<Geometry>({
  layered: true,
  build,
  draw(c, { h, ink }, { figures, sun, print }, moment) {
    const { t, first, layer, sink } = moment
    const begin = first ? 0.15 : 0.3
    const end = first ? 1.7 : 1.9
    const up = inOut(ramp(t, begin, end))
    if (layer !== 'people') {
      drawSky(c, print, ink, moment, { ...sun, y: mix(h + sun.r, sun.y, inOut(ramp(t, 0.3, 2.3))) }, { bend: up })
      drawThread(c, threadOf(print, up), ink, Math.max(crossed(moment, 0.2, 0.9), first ? 0.04 : 0))
    }
    if (layer === 'ground') return
    figures.forEach((figure, i) => {
      const risen = inOut(ramp(t, begin + i * 0.25, end + i * 0.25))
      drawPerson(c, moved(figure, 0, (1 - risen + sink) * (h - figure.y + 2.4 * figure.size)), ink, { sway: sway(moment, i) })
    })
  },
  light: (_, { sun }) => sun,
})
