import type { Shape } from './figure.ts'
import { length } from './numbers.ts'

/** Height above the base (0 at the bottom edge) at every grid point, rows from the top. Lines of equal height are what we draw. */
export interface Field {
  heights: Float64Array
  columns: number
  rows: number
}

/** A stone lines part around; everything in units of the picture. */
export interface Boulder {
  x: number
  y: number
  r: number
}

export interface FieldSpec {
  shapes: readonly Shape[]
  width: number
  height: number
  step: number
  /** Inside shapes, heights are held at this part of the level height: below 1, some lines pass behind and do not crowd. */
  porous: number
  /** When given, heights inside each are held at its centre instead. */
  boulders?: readonly Boulder[] | undefined
}

/** The number at `index`; 0 outside the array. */
export function at(numbers: Float64Array, index: number): number {
  return numbers[index] ?? 0
}

const SWEEPS = 420
const OVER_RELAXATION = 1.92
const SOLID = 0.02

// How much of each grid point is free of shapes, from 3 x 3 samples: outlines stay smooth.
function openness({ shapes, step }: FieldSpec, columns: number, rows: number): Float64Array {
  const open = new Float64Array(columns * rows).fill(1)
  if (!shapes.length) return open
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      let hits = 0
      for (let a = 0; a < 3; a++) {
        for (let b = 0; b < 3; b++) {
          const x = i * step + ((a - 1) * step) / 3
          const y = j * step + ((b - 1) * step) / 3
          if (shapes.some((covers) => covers(x, y))) hits++
        }
      }
      open[j * columns + i] = 1 - hits / 9
    }
  }
  return open
}

function heldHeights({ height, step, porous, boulders }: FieldSpec, columns: number, rows: number): Float64Array {
  const held = new Float64Array(columns * rows)
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const boulder = boulders?.find(({ x, y, r }) => length(i * step - x, j * step - y) < r + step)
      const inside = boulder ? height - boulder.y : 0
      held[j * columns + i] = boulders ? inside : porous * (height - j * step)
    }
  }
  return held
}

/** A steady flow around the shapes (Laplace, by over-relaxation): level at the sides and the base, free at the top edge. */
export function flowField(spec: FieldSpec): Field {
  const { width, height, step } = spec
  const columns = Math.round(width / step) + 1
  const rows = Math.round(height / step) + 1
  const open = openness(spec, columns, rows)
  const held = heldHeights(spec, columns, rows)
  const heights = Float64Array.from({ length: columns * rows }, (_, k) => height - Math.floor(k / columns) * step)

  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let j = rows - 2; j >= 0; j--) {
      for (let i = 1; i < columns - 1; i++) {
        const k = j * columns + i
        const above = j === 0 ? at(heights, k + columns) + 2 * step : at(heights, k - columns)
        const free = at(open, k)
        const mean = 0.25 * (at(heights, k - 1) + at(heights, k + 1) + above + at(heights, k + columns))
        const level = free * mean + (1 - free) * at(held, k)
        heights[k] = free < SOLID ? at(held, k) : at(heights, k) + OVER_RELAXATION * (level - at(heights, k))
      }
    }
  }
  return { heights, columns, rows }
}
