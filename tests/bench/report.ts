import { cpus } from 'node:os'

/** One line of the table: what we did, what the peer did in the same rounds, and how many answers were wrong. */
export type Row = Readonly<{
  section: string
  what: string
  ours: string
  peer: string
  /** Ours by the peer's, from the medians of the same rounds; null where there is nothing to divide. */
  ratio: number | null
  /** What performance asks of the ratio, or of the figure. */
  reach: string
  /** Largest distance of a round from the median, as a part of it; null for a single figure. */
  spread: number | null
  wrong: number
}>

/** The middle of the rounds. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** How far the furthest round is from the middle one, as a part of it. */
export function spreadOf(values: readonly number[]): number {
  const middle = median(values)
  return Math.max(...values.map((value) => Math.abs(value - middle))) / middle
}

/** A row for a peer that is not on this machine. */
export function missing(section: string, what: string, why: string): Row {
  return { section, what, ours: 'not measured', peer: `missing: ${why}`, ratio: null, reach: '', spread: null, wrong: 0 }
}

export function number(value: number, digits = 0): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits, minimumFractionDigits: digits })
}

/** The one table as Markdown, with what it was measured on. Ratios of one run count; rates alone are those of this machine at this moment. */
export function tableOf(rows: readonly Row[], at: Date): string {
  const head = ['', 'ours', 'peer', 'ratio', 'to reach', 'spread', 'wrong answers']
  const lines = rows.map((row) => [
    `${row.section}: ${row.what}`,
    row.ours,
    row.peer,
    row.ratio === null ? '' : number(row.ratio, row.ratio < 0.1 ? 3 : 2),
    row.reach,
    row.spread === null ? '' : `±${number(row.spread * 100)} %`,
    String(row.wrong),
  ])
  return [
    `Measured ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC on ${cpus().length} cores, Node ${process.versions.node}, with everything (load, site, database, peers) on one machine. The peers were measured in turns with ours; each figure is the median of the rounds.`,
    '',
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...lines.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n')
}
