import { ordered } from './statistics/order.ts'
import type { EntryScore } from './statistics/scores.ts'

/** An entry at the second stage: its scores, and how many people read it or are asked to. */
export type Spendable = EntryScore & Readonly<{ asked: number; independentAsked: boolean }>

/** The share of entries that count as contenders, by either of the two means. */
export const contenderShare = 0.25
/** Totals that differ by this much or more are a disagreement: 1.5 points of 1 to 5. */
export const disagreementRange = 150
/** Beyond this many readers another one tells nothing new. */
export const readersMost = 6

/** One more reader for this entry, beside the `beside` it is given until then; `independent` when it has to be one who is. */
export type Wanted = Readonly<{ entry: string; independent: boolean; beside: number }>

/**
 * Where further readers go, in the order they are worth it: an independent one for each contender that has none, then a third and
 * further ones for contenders and disagreements, best first, round by round. At most `remaining`.
 */
export function wantedReaders(entries: readonly Spendable[], remaining: number): readonly Wanted[] {
  const read = entries.filter(({ count }) => count > 0)
  const chosen = [...contenders(read)]
  for (const entry of read) if (entry.range >= disagreementRange && !chosen.includes(entry)) chosen.push(entry)
  const asked = new Map(chosen.map((entry) => [entry.entry, entry.asked]))
  const wanted: Wanted[] = []
  const want = (entry: string, independent: boolean) => {
    if (wanted.length >= remaining) return
    const beside = asked.get(entry) ?? 0
    wanted.push({ entry, independent, beside })
    asked.set(entry, beside + 1)
  }
  for (const { entry, independentAsked } of contenders(read)) if (!independentAsked) want(entry, true)
  for (let readers = 2; readers < readersMost; readers += 1) {
    for (const { entry } of chosen) if ((asked.get(entry) ?? 0) <= readers) want(entry, false)
  }
  return wanted
}

/** The first quarter by the normalised mean, then whoever the raw mean would add. */
export function contenders<T extends EntryScore>(entries: readonly T[]): readonly T[] {
  const places = Math.ceil(entries.length * contenderShare)
  const first = ordered(entries, 'normalised', '').slice(0, places)
  const raw = ordered(entries, 'raw', '').slice(0, places)
  return [...new Set([...first, ...raw])]
}
