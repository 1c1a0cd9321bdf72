import type { Status } from '#lib/submissions/lifecycle.ts'
import { firstStageReviews } from './schema.ts'

/** Only what was found eligible and is not decided in the open is read. */
export function canBeRead(status: Status): boolean {
  return status === 'eligible'
}

type Asked = Readonly<{ endedAt: Date | null; status: Status }>

/** A reviewer can score while they are asked to, and change it until results are out. */
export function canScore({ endedAt, status }: Asked): boolean {
  return endedAt === null && canBeRead(status)
}

/** How many readers an entry of the first stage still needs. */
export function readersNeeded(standing: number): number {
  return Math.max(0, firstStageReviews - standing)
}

/** The language without script and region: 'pt' of 'pt-BR'. */
export function baseLanguage(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? ''
}

export type Reader = Readonly<{ id: string; languages: readonly string[]; independent: boolean; open: number; given: number }>

/**
 * Who reads next: whoever reads the language first, then the least to read, then the least given so far, then chance. `chance` gives one
 * number for each reader.
 */
export function inTurn(readers: readonly Reader[], language: string, chance: () => number): readonly Reader[] {
  const reads = ({ languages }: Reader) => (languages.some((tag) => baseLanguage(tag) === baseLanguage(language)) ? 0 : 1)
  return readers
    .map((reader) => ({ reader, rank: [reads(reader), reader.open, reader.given, chance()] }))
    .sort((a, b) => compared(a.rank, b.rank))
    .map(({ reader }) => reader)
}

function compared(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
