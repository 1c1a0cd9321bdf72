import { comparisonKey } from '#lib/foundation/text.ts'

/** Letters in one run. So many in a row are hardly ever the same in two stories by chance. */
const runLength = 16
/** Hashes kept of one story. */
export const sketchSize = 24
/** From here on two stories are shown to staff as nearly the same; of unrelated ones hardly any comes near it. */
export const likeFrom = 60
/** From here on it is one story, give or take a word. */
export const sameFrom = 95

/** The words of a text as they are compared: no case, no accents or vowel marks, one form of each letter, no punctuation. */
function wordsOf(text: string): string[] {
  return (
    comparisonKey(text)
      .normalize('NFKD')
      .replace(/[\p{M}\u0640]/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/**
 * What a story is found by: the smallest hashes of its runs of 16 letters, as signed 32-bit numbers. Two stories of which most is the same
 * have many in common, in any script and with or without spaces between words; unrelated ones have none.
 */
export function sketchOf(text: string): number[] {
  const letters = [...wordsOf(text).join('')]
  const hashes = new Set<number>()
  for (let start = 0; start + runLength <= letters.length; start += 1) hashes.add(hash(letters.slice(start, start + runLength).join('')))
  return [...hashes]
    .sort((a, b) => a - b)
    .slice(0, sketchSize)
    .map((value) => value | 0)
}

/** FNV-1a, then mixed so that similar runs are far apart. */
function hash(run: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < run.length; index += 1) value = Math.imul(value ^ run.charCodeAt(index), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

/** The groups of three letters of each word with its edges, as pg_trgm counts them, but for every script and in every locale. */
function trigramsOf(text: string): Set<string> {
  const found = new Set<string>()
  for (const word of wordsOf(text)) {
    const letters = [' ', ' ', ...word, ' ']
    for (let start = 0; start + 3 <= letters.length; start += 1) found.add(letters.slice(start, start + 3).join(''))
  }
  return found
}

/** How much two texts have in common, from 0 to 100: the share of their groups of three letters that both have. */
export function likeness(one: string, other: string): number {
  const [a, b] = [trigramsOf(one), trigramsOf(other)]
  let shared = 0
  for (const trigram of a) if (b.has(trigram)) shared += 1
  const all = a.size + b.size - shared
  return all === 0 ? 0 : Math.floor((shared * 100) / all)
}

/** One mailbox however its address is spelled: without case, dots and what follows a plus. A hint: some servers do tell these apart. */
export function mailKey(email: string): string {
  const at = email.lastIndexOf('@')
  const [local = '', domain] = [email.slice(0, at).split('+')[0], comparisonKey(email.slice(at + 1))]
  return `${comparisonKey(local).replaceAll('.', '')}@${domain === 'googlemail.com' ? 'gmail.com' : domain}`
}
