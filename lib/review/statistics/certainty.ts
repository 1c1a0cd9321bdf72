import { mean } from './numbers.ts'
import { ordered } from './order.ts'
import { seededRandom } from './random.ts'
import type { EntryScore } from './scores.ts'

/** Below and above these an entry's place on its side of the cut counts as sure. */
export const sureBelow = 0.05
export const sureAbove = 0.95

export type Certainty = Readonly<{
  /** How often each entry was among the first, 0 to 1, in the order of `ordered(…, 'normalised')`; empty when nothing can be known. */
  chances: ReadonlyMap<string, number>
  /** Places (1 is first) between which it is not sure who is in; null when everything is. */
  unsure: Readonly<{ from: number; to: number }> | null
  /** 0 when nothing can be known: no entry has been read twice. */
  resamples: number
}>

type Options = Readonly<{ places: number; seed: string; resamples?: number }>

/**
 * How sure the cut after `places` is, by a bootstrap of residuals in a one-way layout (Davison & Hinkley, "Bootstrap Methods and their
 * Application", 1997, 3.2): each entry keeps its mean and gets as many deviations as it has reviews, drawn from those of all entries.
 * Drawing from an entry's own two or three reviews alone would call two equal scores certain. The same seed gives the same answer. While no
 * entry has two reviews there is nothing to draw from: then every place is unsure.
 */
export function certaintyOf(scores: readonly EntryScore[], { places, seed, resamples = resamplesFor(scores.length) }: Options): Certainty {
  const read = ordered(scores, 'normalised', seed).filter(({ count }) => count > 0)
  const cut = Math.min(places, read.length)
  const isInside = cut > 0 && cut < read.length
  if (isInside && read.every(({ count }) => count < 2)) return { chances: new Map(), unsure: { from: 1, to: read.length }, resamples: 0 }
  const hits = isInside ? counted(read, { cut, seed, resamples }) : null
  const chances = new Map(read.map(({ entry }, place) => [entry, hits ? (hits[place] ?? 0) / resamples : place < cut ? 1 : 0]))
  return { chances, unsure: unsureBand([...chances.values()]), resamples }
}

/** A thousand, and fewer for so many entries that a page would have to wait for it. */
export function resamplesFor(entries: number): number {
  return Math.max(200, Math.min(1000, Math.floor(2_000_000 / Math.max(1, entries))))
}

function counted(read: readonly EntryScore[], { cut, seed, resamples }: Required<Omit<Options, 'places'>> & { cut: number }): Uint32Array {
  const random = seededRandom(seed)
  const residuals = Float64Array.from(read.flatMap(residualsOf))
  const counts = Uint32Array.from(read, ({ count }) => count)
  // A trace of the fixed order keeps equal means apart, so that exactly `cut` entries are in.
  const means = Float64Array.from(read, ({ normalised }, place) => (normalised ?? 0) - place * 1e-9)
  const [drawn, hits] = [new Float64Array(read.length), new Uint32Array(read.length)]
  for (let round = 0; round < resamples; round += 1) {
    for (let place = 0; place < drawn.length; place += 1) {
      const count = counts[place] ?? 1
      let sum = 0
      for (let review = 0; review < count; review += 1) sum += residuals[Math.floor(random() * residuals.length)] ?? 0
      drawn[place] = (means[place] ?? 0) + sum / count
    }
    const threshold = drawn.slice().sort()[drawn.length - cut] ?? 0
    for (let place = 0; place < drawn.length; place += 1) if ((drawn[place] ?? 0) >= threshold) hits[place] = (hits[place] ?? 0) + 1
  }
  return hits
}

/** Deviations from the entry's own mean, widened by what a mean of so few hides. One review tells nothing about how far reviews lie apart. */
function residualsOf({ parts }: EntryScore): number[] {
  if (parts.length < 2) return []
  const [middle, widen] = [mean(parts), Math.sqrt(parts.length / (parts.length - 1))]
  return parts.map((part) => (part - middle) * widen)
}

function unsureBand(chances: readonly number[]): Certainty['unsure'] {
  const isUnsure = (chance: number) => chance > sureBelow && chance < sureAbove
  const from = chances.findIndex(isUnsure)
  return from === -1 ? null : { from: from + 1, to: chances.findLastIndex(isUnsure) + 1 }
}
