/** Nothing is said of fewer people than this. */
export const leastShown = 5

export type Cell = Readonly<{ key: string; count: number }>
/** `count` is null where it is hidden. Zero is nobody, and is shown. */
export type ShownCell = Readonly<{ key: string; count: number | null }>

/**
 * Hides every count from 1 to 4, and then the smallest of the others, until at least two are hidden that make ten together,
 * or none is left: with the total known and the rest shown, no hidden count can be worked out. Order is kept.
 */
export function suppress(cells: readonly Cell[]): readonly ShownCell[] {
  const small = cells.filter(({ count }) => count > 0 && count < leastShown)
  if (small.length === 0) return cells
  const hidden = new Set(small)
  let sum = small.reduce((all, { count }) => all + count, 0)
  const others = cells.filter(({ count }) => count >= leastShown).sort((a, b) => a.count - b.count)
  for (const next of others) {
    if (hidden.size > 1 && sum >= 2 * leastShown) break
    hidden.add(next)
    sum += next.count
  }
  return cells.map((cell) => (hidden.has(cell) ? { key: cell.key, count: null } : cell))
}
