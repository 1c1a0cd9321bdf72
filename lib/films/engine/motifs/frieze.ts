import { type Canvas2D, type Disc, drawDisc, drawThread } from '../brush.ts'
import { clamp, inOut, outCubic, ramp } from '../easing.ts'
import { covers, type Figure, figureAt } from '../figure.ts'
import type { Person } from '../film.ts'
import { coversCircle } from '../outline.ts'
import { type Inks, inks } from '../palettes.ts'
import { drawPerson } from '../person.ts'
import { drawLines, type Print, printOf } from '../print.ts'
import { by, crossed, type Shot, sealed, sway } from '../shot.ts'

type Panel = Readonly<{ x: number; ink: Inks; figure: Figure | null; sun: Disc; print: Print }>
type Geometry = { panels: readonly Panel[]; top: number; w: number; h: number }

const lineCount = 38

function build(shot: Shot): Geometry {
  const columns = Math.min(shot.who.length + 1, by(shot, 7, 4, 3))
  const top = by(shot, 252, 262, shot.h * 0.42)
  const size = { w: shot.w / columns, h: shot.h - top }
  const people: (Person | null)[] = [...shot.who.slice(0, columns - 1), null]
  return { panels: people.map((person, i) => panelOf(person, i * size.w, size)), top, ...size }
}

function panelOf(person: Person | null, x: number, { w, h }: { w: number; h: number }): Panel {
  const ink = inks[person?.cloth ?? 'linen']
  if (!person) {
    const sun = { x: w / 2, y: h * 0.66, r: w * 0.3, fill: ink.weft, stroke: ink.ink }
    const print = printOf(w, h, lineCount, { shapes: [coversCircle(sun.x, sun.y, sun.r)], porous: 0.75, threadAt: 0.5 })
    return { x, ink, figure: null, sun, print }
  }
  const size = Math.min(w * 0.158, h * 0.115)
  const figure = figureAt(person, w / 2, h - 3.4 * size, size)
  const sun = { x: w / 2, y: figure.y - size * 0.9, r: size * 2.5, fill: ink.disc }
  return { x, ink, figure, sun, print: printOf(w, h, lineCount, { shapes: [covers(figure)], threadAt: 0.5 }) }
}

/** A wall of prints joined by one thread; the last one waits for somebody. */
export const frieze = sealed<Geometry>({
  build,
  draw(c, _, geometry, moment) {
    moment.clear()
    const { t, length } = moment
    const along = crossed(moment, 0.9, 1.3) * geometry.panels.length
    const lit = inOut(ramp(t, length - 1.25, length - 0.5))
    geometry.panels.forEach((panel, i) => {
      const up = outCubic(ramp(t, 0.25 + i * 0.13, 1.25 + i * 0.13))
      c.save()
      c.translate(panel.x, geometry.top + (1 - up) * (geometry.h + 20))
      drawPanel(c, panel, geometry, { thread: clamp(along - i), lit, sway: sway(moment, i) })
      c.restore()
    })
  },
  light: (_, { panels, top }) => {
    const last = panels.at(-1)
    return { x: (last?.x ?? 0) + (last?.sun.x ?? 0), y: top + (last?.sun.y ?? 0), r: last?.sun.r ?? 0, fill: inks.sun.paper }
  },
})

type State = Readonly<{ thread: number; lit: number; sway: number }>

function drawPanel(c: Canvas2D, { ink, figure, sun, print }: Panel, { w, h }: Geometry, state: State): void {
  c.beginPath()
  c.rect(0, 0, w + 0.5, h + 1)
  c.clip()
  c.fillStyle = ink.paper
  c.fillRect(0, 0, w + 1, h + 1)
  if (figure) drawDisc(c, sun)
  drawLines(c, print, ink)
  if (!figure) {
    drawDisc(c, sun)
    drawDisc(c, { x: sun.x, y: sun.y, r: sun.r * state.lit, fill: inks.sun.paper })
  }
  drawThread(c, print.thread, ink, state.thread, 5)
  if (figure) drawPerson(c, figure, ink, { sway: state.sway })
}
