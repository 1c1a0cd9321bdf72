import { diffLines, diffWordsWithSpace } from 'diff'

/** A stretch of two texts laid over each other: in both, only in the first, or only in the second. */
export type Stretch = Readonly<{ kind: 'same' | 'first' | 'second'; text: string }>

const longest = 20_000

/** What differs between two texts, word by word; line by line where they are very long. */
export function differences(first: string, second: string): Stretch[] {
  const changes = first.length + second.length > longest ? diffLines(first, second) : diffWordsWithSpace(first, second)
  return changes.map(({ added, removed, value }) => ({ kind: added ? 'second' : removed ? 'first' : 'same', text: value }))
}
