/** The arithmetic mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The sample standard deviation (n − 1); 0 of fewer than two values. */
export function deviation(values: readonly number[]): number {
  if (values.length < 2) return 0
  const middle = mean(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1))
}

/** The values by the key of each, in the order of their first appearance. */
export function groupedBy<T>(values: readonly T[], keyOf: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const key = keyOf(value)
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}

export type Line = Readonly<{ slope: number /** Slope divided by its standard error; 0 when it cannot be told. */; t: number }>

/** The least-squares line through points whose x is their place, 0, 1, 2 …; null for fewer than three. */
export function lineThrough(values: readonly number[]): Line | null {
  const count = values.length
  if (count < 3) return null
  const [middleX, middleY] = [(count - 1) / 2, mean(values)]
  const sxx = (count * (count * count - 1)) / 12
  const slope = values.reduce((sum, y, x) => sum + (x - middleX) * (y - middleY), 0) / sxx
  const rest = values.reduce((sum, y, x) => sum + (y - middleY - slope * (x - middleX)) ** 2, 0)
  const error = Math.sqrt(rest / (count - 2) / sxx)
  return { slope, t: error > 1e-9 ? slope / error : slope === 0 ? 0 : Math.sign(slope) * Number.POSITIVE_INFINITY }
}

/** Pearson's correlation of pairs, −1 to 1; null for fewer than three pairs, or where one side has no spread. */
export function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  if (pairs.length < 3) return null
  const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)]
  const [dx, dy] = [deviation(xs), deviation(ys)]
  if (dx < 1e-9 || dy < 1e-9) return null
  const [mx, my] = [mean(xs), mean(ys)]
  const together = pairs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / (pairs.length - 1)
  return Math.max(-1, Math.min(1, together / (dx * dy)))
}
