/** What can speak for a program rather than a person; a closed list, held by the database too. */
export const signals = [
  'trap',
  'forged-age',
  'no-age',
  'too-fast',
  'many-links',
  'repeated',
  'same-text',
  'network-burst',
  'mail-burst',
] as const
export type Signal = (typeof signals)[number]

/**
 * How much each of them says. What a hasty or careful person does as well (typing nothing by hand, a shared network) never reaches the
 * mark together; a filled trap does alone.
 */
const weights: Readonly<Record<Signal, number>> = {
  trap: 4,
  'forged-age': 3,
  'no-age': 1,
  'too-fast': 2,
  'many-links': 2,
  repeated: 2,
  'same-text': 2,
  'network-burst': 1,
  'mail-burst': 1,
}

/** From this score on an entry stands apart until somebody has looked. */
export const spamFrom = 4

/** Nobody reads four pages of questions and writes a story in less; in milliseconds. */
export const wholeEntryTakes = 15_000

export type Verdict = Readonly<{ signals: readonly Signal[]; score: number; isSpam: boolean }>

/** What these signals come to, each counted once. Decides where staff find an entry and nothing else: it is received either way. */
export function judge(found: readonly string[]): Verdict {
  const known = signals.filter((signal) => found.includes(signal))
  const score = known.reduce((sum, signal) => sum + weights[signal], 0)
  return { signals: known, score, isSpam: score >= spamFrom }
}

type Written = Readonly<{ story: string; needs: string | null; displayName: string }>

const link = /https?:\/\/|\bwww\./gi
const linksAtMost = 3
const wordsToJudge = 30
const charactersToJudge = 100

/** What the words of an entry speak for. */
export function textSignals({ story, needs, displayName }: Written): Signal[] {
  const links = (text: string) => text.match(link)?.length ?? 0
  const many = links(displayName) > 0 || links(story) + links(needs ?? '') > linksAtMost
  return [...(many ? (['many-links'] as const) : []), ...(isRepeated(story) ? (['repeated'] as const) : [])]
}

/** The same few words, or the same few characters, over and over. */
function isRepeated(text: string): boolean {
  const words = text.toLowerCase().split(/\s+/)
  if (words.length >= wordsToJudge && new Set(words).size * 6 < words.length) return true
  const characters = [...text.replace(/\s/g, '')]
  return characters.length >= charactersToJudge && new Set(characters).size <= 4
}
