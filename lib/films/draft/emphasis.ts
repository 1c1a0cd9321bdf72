import type { MotifName } from '../engine/film.ts'
import { isUnspaced, wordsIn } from '../engine/writing.ts'
import { motifStem } from './motifs.ts'

/** The same words with one of them marked for the thread: the first that speaks of the picture. Nothing else changes. */
export function emphasised(text: string, motif: MotifName, lang: string): string {
  const words = text.replaceAll('*', '')
  const stem = motifStem(motif)
  if (!stem) return words
  const parts = isUnspaced(words) ? wordsIn(words, lang) : words.split(/(\s+)/)
  const index = parts.findIndex((part) => part.search(stem) >= 0)
  const found = parts[index]
  if (found === undefined) return words
  const [, before = '', core = '', after = ''] = /^([\p{P}\p{S}]*)(.*?)([\p{P}\p{S}]*)$/su.exec(found) ?? []
  return core ? [...parts.slice(0, index), `${before}*${core}*${after}`, ...parts.slice(index + 1)].join('') : words
}
