import { drawThread } from '../brush.ts'
import { inOut, mix, onTwos, outCubic, ramp } from '../easing.ts'
import { covers, type Figure } from '../figure.ts'
import { drawPerson } from '../person.ts'
import { drawSky, type Print, printOf } from '../print.ts'
import { by, centre, crossed, moved, place, sealed } from '../shot.ts'

type Geometry = { figure: Figure; print: Print }

/** Somebody walks away from us; the lines stream past. */
export const walk = sealed<Geometry>({
  build(shot) {
    const size = by(shot, 40, 26, 44)
    const figure = place(shot, 0, centre(shot), shot.h * 0.945 - 11.1 * size, size, true)
    return { figure, print: printOf(shot.w, shot.h, shot.count, { shapes: [covers(figure)] }) }
  },
  draw(c, { h, ink }, { figure, print }, moment) {
    const { length, beat } = moment
    const t = moment.t < length - 0.4 ? onTwos(moment.t) : moment.t
    const going = ramp(t, 0.9, 1.4) * (1 - ramp(t, length - 0.7, length - 0.3))
    const gaps = Math.floor(Math.max(0, length - 1.2) * 0.8)
    const part = ramp(t, 0.6, length - 0.2)
    const strides = Math.round((length - 1.4) / beat) * ramp(t, 1, length - 0.4)
    const step = Math.sin(strides * Math.PI)
    const high = mix(h * 0.62, figure.y - 0.2 * figure.size, outCubic(ramp(t, 0.2, length)))
    const sun = { x: figure.x, y: high, r: 4.9 * figure.size, fill: ink.disc }
    drawSky(c, print, ink, moment, sun, { phase: gaps * mix(inOut(part), part, 0.7) })
    drawThread(c, print.thread, ink, crossed(moment))
    drawPerson(c, moved(figure, step * 3 * going, -Math.abs(step) * 6 * going), ink, { strides, sway: step * 1.5 })
  },
  light: (_, { figure }) => ({ x: figure.x, y: figure.y - 0.2 * figure.size, r: 0, fill: '' }),
})
