export type Sample = Readonly<{ kind: string; milliseconds: number; failed: boolean }>
/** What the processes held at the end of a minute: megabytes, connections to the database; and the seconds of a core the site used so far. */
export type Memory = Readonly<{ site: number; worker: number; postgres: number; connections: number; cpuSeconds: number }>

/** The value that this part of all values does not exceed; 0 of none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0
}

/** How much a row of values grows from one to the next, by least squares; 0 of fewer than two. */
export function slope(values: readonly number[]): number {
  const n = values.length
  if (n < 2) return 0
  const [meanX, meanY] = [(n - 1) / 2, values.reduce((sum, y) => sum + y, 0) / n]
  const above = values.reduce((sum, y, x) => sum + (x - meanX) * (y - meanY), 0)
  return above / values.reduce((sum, _, x) => sum + (x - meanX) ** 2, 0)
}

/** Requests, times and failures of some samples, as cells of a table. */
export function cells(samples: readonly Sample[]): readonly string[] {
  const times = samples.map(({ milliseconds }) => milliseconds)
  const failed = samples.filter((sample) => sample.failed).length
  return [samples.length, quantile(times, 0.5).toFixed(0), quantile(times, 0.99).toFixed(0), Math.max(0, ...times).toFixed(0), failed].map(
    String,
  )
}

/** A row of a table for people. */
export function row(values: readonly (string | number)[]): string {
  return `| ${values.join(' | ')} |`
}
