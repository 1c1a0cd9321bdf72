import { plain } from '../engine/film.ts'
import { countWords } from '../engine/writing.ts'
import { type HeldReason, heldReason } from './held-out.ts'
import { motifHits } from './motifs.ts'
import { clausesOf, type Piece, sentencesOf, together } from './sentences.ts'

/** Words of the entry that stay off the cards, and why. */
export type HeldOut = Piece & Readonly<{ reason: HeldReason }>
export type Candidate = Piece & Readonly<{ words: number; score: number }>

const mostWords = 18
const goodWords = 12
const mostLetters = 130

/** The pieces of an entry that can stand on a card, in its order, and the sentences that cannot, each with its reason. */
export function candidatesOf(story: string, lang: string, own: string): { candidates: Candidate[]; heldOut: HeldOut[] } {
  const heldOut: HeldOut[] = []
  const pieces: Piece[] = []
  for (const sentence of sentencesOf(story, lang)) {
    const reason = heldReason(sentence.text, lang, own)
    if (reason) heldOut.push({ ...sentence, reason })
    else
      for (const piece of shortened(story, sentence, lang)) {
        if (isShort(piece, lang)) pieces.push(piece)
        else heldOut.push({ ...piece, reason: 'too-long' })
      }
  }
  const worded = pieces.filter(({ text }) => /[\p{L}\p{N}]/u.test(text) && countWords(plain(text), lang) >= 2)
  return { candidates: worded.map((piece, index) => rated(piece, lang, index, worded.length)), heldOut }
}

function isShort({ text }: Piece, lang: string): boolean {
  return text.length <= mostLetters && countWords(text, lang) <= mostWords
}

/** A sentence, or as few runs of its clauses as fit a card each. */
function shortened(story: string, sentence: Piece, lang: string): Piece[] {
  if (isShort(sentence, lang)) return [sentence]
  const runs: Piece[] = []
  for (const clause of clausesOf(story, sentence)) {
    const last = runs.at(-1)
    const joined = last && together(story, last, clause)
    if (joined && isShort(joined, lang)) runs[runs.length - 1] = joined
    else runs.push(clause)
  }
  return runs
}

const turning =
  /\b(?:but|then|until|one day|now|today|still|because|finally|pero|entonces|hoy|ahora|por fin|hasta que)\b|لكن|ثم|اليوم|الآن|حتى|但|后来|现在/iu
const first = /\b(?:i|my|me|we|our|yo|mi|mis|nos|nuestr[oa])\b|我|私/iu

/** How much a piece would carry a film: pictures, turns, the storyteller's own voice, a good length, the first and last words. */
function rated(piece: Piece, lang: string, index: number, count: number): Candidate {
  const words = countWords(piece.text, lang)
  const pictures = [...motifHits(piece.text).values()].reduce((sum, hits) => sum + hits, 0)
  const length = words < 4 ? -0.6 : words <= goodWords ? 0.5 : 0
  const place = index === 0 ? 0.7 : index === count - 1 ? 0.6 : 0
  const score = Math.min(pictures, 3) * 0.45 + length + place + (turning.test(piece.text) ? 0.35 : 0) + (first.test(piece.text) ? 0.25 : 0)
  return { ...piece, words, score }
}

/** The best pieces up to so many, in the order of the entry; neighbours count a little less, so that the whole entry is heard. */
export function chosen(candidates: readonly Candidate[], most: number): Candidate[] {
  const left = [...candidates]
  const picked: Candidate[] = []
  const worth = (piece: Candidate) =>
    piece.score - (picked.some(({ start, end }) => start - piece.end <= 2 && piece.start - end <= 2) ? 0.2 : 0)
  while (picked.length < most && left.length) {
    const best = left.reduce((a, b) => (worth(b) > worth(a) ? b : a))
    left.splice(left.indexOf(best), 1)
    picked.push(best)
  }
  return picked.sort((a, b) => a.start - b.start)
}
