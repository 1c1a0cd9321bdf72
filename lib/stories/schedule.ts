const weekMilliseconds = 7 * 24 * 60 * 60 * 1000

type Released = Readonly<{ releaseAt: Date }>

/**
 * The film to show first: the one whose week of seven days is running (the latest, should two overlap); when none is, the
 * debut. Null before the first release. `running` tells the two apart. Expects released stories only.
 */
export function filmOfTheWeek<T extends Released>(released: readonly T[], now: Date): { story: T; running: boolean } | null {
  const byRelease = [...released].sort((a, b) => a.releaseAt.getTime() - b.releaseAt.getTime())
  const running = byRelease.findLast((story) => now.getTime() - story.releaseAt.getTime() < weekMilliseconds)
  const story = running ?? byRelease[0]
  return story ? { story, running: running !== undefined } : null
}

/** Whole seconds for which an answer stays true: until the next release, at most `most`. */
export function freshFor(upcoming: readonly Released[], now: Date, most: number): number {
  const next = Math.min(...upcoming.map(({ releaseAt }) => releaseAt.getTime()))
  return Math.max(0, Math.min(most, Math.floor((next - now.getTime()) / 1000)))
}
