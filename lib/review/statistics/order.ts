import { createHash } from 'node:crypto'
import type { EntryScore } from './scores.ts'

export type OrderedBy = 'normalised' | 'raw'

/** The lot of an entry: SHA-256 of the published seed and the entry. The smaller goes first. Anybody can draw it again. */
export function lotOf(seed: string, entry: string): string {
  return createHash('sha256').update(`${seed}:${entry}`).digest('hex')
}

/** Compared on a grid of millionths, as arithmetic leaves traces in the last digits. What is not known counts as lowest. */
function compared(a: number | null, b: number | null): number {
  const onGrid = (value: number | null) => (value === null ? Number.MIN_SAFE_INTEGER : Math.round(value * 1e6))
  return onGrid(a) - onGrid(b)
}

/**
 * The best first, by one of the two means. Ties were settled before anybody was read: higher human truth, then smaller range, then the
 * independent reviewer's score, then the lot. Entries nobody has read come last. The order does not depend on that of the list given.
 */
export function ordered<T extends EntryScore>(scores: readonly T[], by: OrderedBy, seed: string): readonly T[] {
  const lots = new Map(scores.map(({ entry }) => [entry, lotOf(seed, entry)]))
  const lot = (score: T) => lots.get(score.entry) ?? ''
  return [...scores].sort(
    (a, b) =>
      compared(b[by], a[by]) ||
      compared(b.humanTruth, a.humanTruth) ||
      a.range - b.range ||
      compared(b.independent, a.independent) ||
      (lot(a) < lot(b) ? -1 : 1),
  )
}

/** What the other order would change: who would come in among the first `places`, and who would have to leave. Both in their own order. */
export function changesUnderRaw<T extends EntryScore>(
  scores: readonly T[],
  places: number,
  seed: string,
): Readonly<{ entering: readonly T[]; leaving: readonly T[]; moved: number }> {
  const [ours, raw] = [ordered(scores, 'normalised', seed), ordered(scores, 'raw', seed)]
  const [top, rawTop] = [ours.slice(0, places), raw.slice(0, places)]
  const [inTop, inRaw] = [new Set(top.map(({ entry }) => entry)), new Set(rawTop.map(({ entry }) => entry))]
  return {
    entering: rawTop.filter(({ entry }) => !inTop.has(entry)),
    leaving: top.filter(({ entry }) => !inRaw.has(entry)),
    moved: ours.filter(({ entry }, place) => raw[place]?.entry !== entry).length,
  }
}
