import type { Weave } from '#lib/art/cloth.ts'
import type { Canvas2D } from './brush.ts'
import type { PaletteName } from './film.ts'
import { inks } from './palettes.ts'

export type Dye = Readonly<{ warp: string; weft: string; thread: string }>

/** The colours of a palette's cloth. */
export function dyeOf(palette: PaletteName): Dye {
  const { warp, weft, thread } = inks[palette]
  return { warp, weft, thread }
}

/** A piece of cloth: where it begins, how many threads wide and high, and where in the pattern its corner lies. */
export type Piece = Readonly<{
  cloth: Weave
  dye: Dye
  x: number
  y: number
  columns: number
  rows: number
  cell: number
  shift?: readonly [number, number]
}>

/**
 * Fills a piece with cloth, the caller having clipped it. `done` is 0 to 1: rows are laid from the foot upwards, left to right and back
 * again, with the thread still showing on the row being laid. Rows not laid yet show bare warp.
 */
export function drawCloth(c: Canvas2D, piece: Piece, done = 1): void {
  const { dye, x, y, columns, rows, cell } = piece
  const laid = done * rows
  const full = Math.floor(laid)
  const part = laid - full
  c.fillStyle = dye.weft
  c.fillRect(x, y, columns * cell, rows * cell)
  if (full < rows) drawWarp(c, piece, rows - full)
  for (const [crossing, color] of [
    [0, dye.warp],
    [2, dye.thread],
  ] as const) {
    c.fillStyle = color
    c.beginPath()
    for (let row = rows - full; row < rows; row++) addRow(c, piece, row, crossing)
    c.fill()
  }
  if (part <= 0 || full >= rows) return
  const width = columns * cell * part
  c.fillStyle = dye.thread
  c.fillRect(full % 2 ? x + columns * cell - width : x, y + (rows - 1 - full) * cell, width, cell)
}

function drawWarp(c: Canvas2D, { dye, x, y, columns, cell }: Piece, bare: number): void {
  c.strokeStyle = dye.warp
  c.lineWidth = cell * 0.22
  c.beginPath()
  for (let column = 0; column < columns; column++) {
    c.moveTo(x + (column + 0.5) * cell, y)
    c.lineTo(x + (column + 0.5) * cell, y + bare * cell)
  }
  c.stroke()
}

const wrapped = (index: number) => ((index % 32) + 32) % 32

function addRow(c: Canvas2D, { cloth, x, y, columns, cell, shift = [0, 0] }: Piece, row: number, crossing: number): void {
  const line = cloth[wrapped(row + shift[1])] ?? []
  for (let start = 0; start < columns; ) {
    const kind = line[wrapped(start + shift[0])]
    let end = start
    while (end < columns && line[wrapped(end + shift[0])] === kind) end++
    if (kind === crossing) c.rect(x + start * cell, y + row * cell, (end - start) * cell, cell)
    start = end
  }
}
