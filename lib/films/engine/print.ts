import { type Boulder, type Field, flowField } from '#lib/art/field.ts'
import { type Canvas2D, type Disc, drawDisc, trace } from './brush.ts'
import { levelField, levelLines, mixFields, step } from './contours.ts'
import type { Line } from './lines.ts'
import type { Covers } from './outline.ts'
import type { Inks } from './palettes.ts'
import type { Moment } from './shot.ts'

/** Every scene's thread leaves and enters at this part of its height, so that scenes join as prints on a wall do. */
export const threadAt = 0.16
const lineWidth = 1.6

/** The level lines of a picture and what bends them. */
export type Print = {
  readonly level: Field
  readonly bent: Field
  readonly h: number
  readonly count: number
  readonly lines: Line[][]
  readonly thread: Line[]
  /** The moving lines asked for last: one frame asks for the same up to three times. */
  last: { bend: number; phase: number; lines: Line[][] }
}

type Obstacles = Readonly<{
  shapes: readonly Covers[]
  boulders?: readonly Boulder[]
  /** Which part of their height lines keep behind a shape: below 1 they do not crowd around it. */
  porous?: number
  threadAt?: number
}>

/** Lines around what stands in a picture of this size. */
export function printOf(w: number, h: number, count: number, obstacles: Obstacles): Print {
  const { shapes, boulders, porous = 0.62, threadAt: height = threadAt } = obstacles
  const bent = flowField({ shapes, boulders, width: w, height: h, step, porous })
  const lines = levelLines(bent, h, count)
  const thread = lines[Math.round(count * height)] ?? []
  return { level: levelField(w, h), bent, h, count, lines, thread, last: { bend: 1, phase: 0, lines } }
}

function linesAt(print: Print, bend: number, phase: number): Line[][] {
  if (bend >= 1 && phase === 0) return print.lines
  if (print.last.bend !== bend || print.last.phase !== phase)
    print.last = { bend, phase, lines: levelLines(mixFields(print.level, print.bent, bend), print.h, print.count, phase) }
  return print.last.lines
}

type Band = Readonly<{ top: number; bottom: number }>
/** How lines look at one instant: how far they are bent, slid down (in gaps), and drawn. */
export type Look = Readonly<{ bend?: number; phase?: number; drawn?: (index: number) => number }>

/** Draws the lines, or of them those that reach into a band of the picture. */
export function drawLines(c: Canvas2D, print: Print, ink: Inks, { bend = 1, phase = 0, drawn }: Look = {}, band?: Band): void {
  c.strokeStyle = ink.ink
  c.lineWidth = lineWidth
  c.lineCap = 'butt'
  c.lineJoin = 'round'
  c.beginPath()
  linesAt(print, bend, phase - Math.floor(phase)).forEach((runs, index) => {
    for (const run of runs) if (!band || (run.bottom > band.top && run.top < band.bottom)) trace(c, run, drawn ? drawn(index) : 1)
  })
  c.stroke()
}

/** Lines, cleared for the words, then the sun, then the lines that cross it: paper lies under words and never over the light. */
export function drawSky(c: Canvas2D, print: Print, ink: Inks, moment: Moment, sun: Disc | null, look: Look = {}): void {
  drawLines(c, print, ink, look)
  moment.clear()
  if (!sun || sun.r <= 0) return
  drawDisc(c, sun)
  c.save()
  c.beginPath()
  c.arc(sun.x, sun.y, sun.r, 0, Math.PI * 2)
  c.clip()
  drawLines(c, print, ink, look, { top: sun.y - sun.r - lineWidth, bottom: sun.y + sun.r + lineWidth })
  c.restore()
}

/** The thread, bent as far as its lines are. */
export function threadOf(print: Print, bend: number): Line[] {
  return bend >= 1 ? print.thread : (linesAt(print, bend, 0)[Math.round(print.count * threadAt)] ?? [])
}
