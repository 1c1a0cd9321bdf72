/** A contiguous piece of a text: `text` is exactly what stands from `start` to `end` (UTF-16 units). */
export type Piece = Readonly<{ start: number; end: number; text: string }>

/** The piece between two places, without the white space around it. Empty pieces have an empty text. */
export function pieceOf(source: string, start: number, end: number): Piece {
  const raw = source.slice(start, end)
  const lead = raw.length - raw.trimStart().length
  const text = raw.trim()
  return { start: start + lead, end: start + lead + text.length, text }
}

/** The sentences of a text, as its language divides them; a blank line always ends one. */
export function sentencesOf(source: string, lang: string): Piece[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' })
  const pieces: Piece[] = []
  for (const { segment, index } of segmenter.segment(source)) {
    let at = index
    for (const line of segment.split('\n')) {
      const piece = pieceOf(source, at, at + line.length)
      if (piece.text) pieces.push(piece)
      at += line.length + 1
    }
  }
  return joinBroken(source, pieces)
}

const abbreviated = /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Sr|Sra|Dra|Ud|Uds|St|No|vs|etc|e\.g|i\.e|p\.ej|[A-Z])\.$/u

/** Puts together what an abbreviation has cut. */
function joinBroken(source: string, pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    const broken = last && abbreviated.test(last.text) && !source.slice(last.end, piece.start).includes('\n')
    if (last && broken) joined[joined.length - 1] = pieceOf(source, last.start, piece.end)
    else joined.push(piece)
  }
  return joined
}

const clauseEnds = /[,;:،؛，；、—–]+\s*/gu

/** The clauses of a long sentence, cut after punctuation; together they are the sentence again, but for the space between them. */
export function clausesOf(source: string, sentence: Piece): Piece[] {
  const pieces: Piece[] = []
  let from = sentence.start
  for (const match of sentence.text.matchAll(clauseEnds)) {
    const to = sentence.start + match.index + match[0].length
    const piece = pieceOf(source, from, to)
    if (piece.text) pieces.push(piece)
    from = to
  }
  const rest = pieceOf(source, from, sentence.end)
  return rest.text ? [...pieces, rest] : pieces
}

/** Two neighbours as one piece. */
export function together(source: string, first: Piece, last: Piece): Piece {
  return pieceOf(source, first.start, last.end)
}
