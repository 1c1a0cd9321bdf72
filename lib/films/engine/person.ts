import { HEAD, torso } from '#lib/art/silhouette.ts'
import { addPart, type Canvas2D, outline, stroke } from './brush.ts'
import { drawCloth, dyeOf } from './cloth.ts'
import { type Figure, garment, headgear } from './figure.ts'
import { type Inks, inks } from './palettes.ts'
import { drawWalker } from './walker.ts'

export type Pose = Readonly<{
  /** How much of the shirt is woven. */
  woven?: number
  /** How much of the figure is there: it comes in from the foot, row by row, like cloth. */
  shown?: number
  /** Degrees the head turns besides its own tilt. */
  sway?: number
  /** Strides walked. */
  strides?: number
}>

/** One person, seen from behind. */
export function drawPerson(c: Canvas2D, figure: Figure, ink: Inks, pose: Pose = {}): void {
  const { size } = figure
  const shown = pose.shown ?? 1
  if (shown <= 0) return
  c.save()
  c.translate(figure.x, figure.y)
  if (shown < 1) {
    const cell = size / 4.25
    const tall = 8 * size
    c.beginPath()
    c.rect(-4 * size, 5.2 * size - Math.floor((shown * tall) / cell) * cell, 8 * size, tall + cell)
    c.clip()
  }
  if (figure.whole) drawWalker(c, figure, ink, pose.strides ?? 0)
  else drawShoulders(c, figure, ink, pose.woven ?? 1)
  drawHead(c, figure, ink, pose.sway ?? 0)
  c.restore()
}

/** Fills the outline that `add` puts on the path, with an edge that keeps it apart from what is behind. */
function fillEdged(c: Canvas2D, ink: Inks, edge: number, add: () => void): void {
  c.lineJoin = 'round'
  c.beginPath()
  add()
  stroke(c, ink.edge, edge)
  c.fillStyle = ink.figure
  c.fill()
}

function drawShoulders(c: Canvas2D, { size, slope, cloth, person }: Figure, ink: Inks, woven: number): void {
  const cell = size / 8.5
  fillEdged(c, ink, size * 0.1, () => outline(c, torso(slope), size))
  c.save()
  c.beginPath()
  outline(c, garment(slope), size)
  c.clip()
  const piece = { cloth, dye: dyeOf(person.cloth), x: -27 * cell, y: 7 * cell, columns: 54, rows: 39, cell, shift: [-11, -2] as const }
  drawCloth(c, piece, woven)
  c.restore()
  c.beginPath()
  c.moveTo(-0.76 * size, 0.94 * size)
  c.quadraticCurveTo(0, 1.42 * size, 0.76 * size, 0.94 * size)
  stroke(c, inks[person.cloth].thread, 0.1 * size)
  c.beginPath()
  outline(c, garment(slope), size)
  stroke(c, ink.figure, 0.05 * size)
}

function drawHead(c: Canvas2D, figure: Figure, ink: Inks, sway: number): void {
  const { size, person } = figure
  const gear = headgear[person.head]
  const addSkull = () => addPart(c, { ellipse: [0, HEAD.cy, HEAD.rx, HEAD.ry] }, size)
  const addGear = () => {
    for (const part of gear) addPart(c, part, size)
  }
  const addEars = () => {
    for (const side of [-0.83, 0.83]) addPart(c, { ellipse: [side, -0.5, 0.13, 0.24] }, size)
  }
  const parts = ['short', 'bun', 'brim'].includes(person.head) ? [addEars, addSkull] : [addSkull]
  c.save()
  c.rotate(((figure.tilt + sway) * Math.PI) / 180)
  c.lineJoin = 'round'
  for (const add of [...parts, addGear]) {
    c.beginPath()
    add()
    stroke(c, ink.edge, size * 0.1)
  }
  c.fillStyle = ink.figure
  for (const add of person.head === 'brim' ? parts : [...parts, addGear]) {
    c.beginPath()
    add()
    c.fill()
  }
  if (person.head !== 'wrap') drawRings(c, ink, size, [addSkull, addGear])
  if (person.head === 'brim') drawHat(c, figure, ink, addGear)
  if (person.head === 'wrap') drawWrap(c, figure, ink, addGear)
  c.restore()
}

/** The rings of the crown. */
function drawRings(c: Canvas2D, ink: Inks, size: number, within: readonly (() => void)[]): void {
  c.save()
  c.beginPath()
  for (const add of within) add()
  c.clip()
  c.globalAlpha *= 0.6
  c.beginPath()
  for (const radius of [0.14, 0.3, 0.47, 0.66, 0.87, 1.1, 1.36]) addPart(c, { ellipse: [0.1, -1.12, radius * 0.86, radius] }, size)
  stroke(c, ink.ring, Math.max(0.8, size * 0.028))
  c.restore()
}

function drawHat(c: Canvas2D, { size, person }: Figure, ink: Inks, addGear: () => void): void {
  fillEdged(c, ink, size * 0.1, addGear)
  c.beginPath()
  c.moveTo(-0.9 * size, -1.2 * size)
  c.quadraticCurveTo(0, -1.02 * size, 0.9 * size, -1.2 * size)
  stroke(c, inks[person.cloth].thread, 0.16 * size)
}

function drawWrap(c: Canvas2D, { size, person, wrap }: Figure, ink: Inks, addGear: () => void): void {
  const cell = (size / 8.5) * 0.8
  c.save()
  c.beginPath()
  addGear()
  c.clip()
  const dye = { ...dyeOf(person.cloth), weft: ink.figure }
  drawCloth(c, { cloth: wrap, dye, x: -16 * cell, y: -20 * cell, columns: 32, rows: 40, cell, shift: [0, 9] })
  c.restore()
}
