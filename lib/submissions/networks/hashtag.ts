import { comparisonKey } from '#lib/foundation/text.ts'

const continues = /[\p{L}\p{N}\p{M}_]/u

/** Whether a text carries a hashtag, in any letter case and width. A longer hashtag that begins the same is another one. */
export function hasHashtag(text: string, hashtag: string): boolean {
  const [words, tag] = [comparisonKey(text), comparisonKey(hashtag)]
  for (let at = words.indexOf(tag); at >= 0; at = words.indexOf(tag, at + 1)) {
    const next = words.codePointAt(at + tag.length)
    if (next === undefined || !continues.test(String.fromCodePoint(next))) return true
  }
  return false
}
