import type { Disc } from '../brush.ts'
import { drawThread } from '../brush.ts'
import { inOut, mix, outCubic, ramp } from '../easing.ts'
import { covers, type Figure } from '../figure.ts'
import { drawPerson } from '../person.ts'
import { drawSky, type Print, printOf } from '../print.ts'
import { by, place, sealed, sway } from '../shot.ts'

type Geometry = { figure: Figure; sun: Disc; print: Print }

/** How many lines are drawn at `t`; the number on screen counts the same. */
export function linesDrawn(count: number, t: number, length: number): number {
  const part = ramp(t, 0.8, length - 2.5)
  return count * mix(part, inOut(part), 0.35)
}

/** One line after another around somebody who is not there yet; then they are. */
export const years = sealed<Geometry>({
  build(shot) {
    const size = by(shot, 132, 82, 132)
    const figure = place(shot, 0, shot.w * by(shot, 0.735, 0.74, 0.5), shot.h - by(shot, 2.55, 2.55, 2.6) * size, size)
    const sun = { x: figure.x, y: figure.y - size * 0.8, r: size * 2.25, fill: shot.ink.disc }
    return { figure, sun, print: printOf(shot.w, shot.h, shot.count, { shapes: [covers(figure)] }) }
  },
  draw(c, { h, ink, count }, { figure, sun, print }, moment) {
    const { t, length } = moment
    const drawn = linesDrawn(count, t, length)
    const shown = ramp(t, length - 2.3, length - 1.2)
    const up = inOut(ramp(t, length - 2.5, length - 0.9))
    const risen = up > 0 ? { ...sun, y: mix(h + sun.r, sun.y, up) } : null
    drawSky(c, print, ink, moment, risen, { drawn: (index) => outCubic((drawn - index) / 4.5) })
    drawThread(c, print.thread, ink, inOut(ramp(t, length - 2.2, length - 0.5)))
    drawPerson(c, figure, ink, { shown, sway: sway(moment) * shown })
  },
  light: (_, { sun }) => ({ ...sun, r: 0 }),
})
