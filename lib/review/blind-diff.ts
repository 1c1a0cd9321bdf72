import { diffArrays } from 'diff'
import { hiddenKinds } from './blind.ts'

export type DiffPart = Readonly<{ kind: 'same' | 'removed' | 'added'; text: string }>

/** Beyond this many changes a text is a new text, and shown as one. */
const changesMost = 800

/** What changed from one text to the other, word by word in the script of `language`. Joined without what was added it is `before`. */
export function wordDiff(before: string, after: string, language: string): readonly DiffPart[] {
  const changes = diffArrays(wordsOf(before, language), wordsOf(after, language), { maxEditLength: changesMost })
  if (!changes) return [...part('removed', before), ...part('added', after)]
  return changes.flatMap(({ added, removed, value }) => part(added ? 'added' : removed ? 'removed' : 'same', value.join('')))
}

function part(kind: DiffPart['kind'], text: string): DiffPart[] {
  return text === '' ? [] : [{ kind, text }]
}

const token = new RegExp(`(\\[(?:${hiddenKinds.join('|')})\\])`)

function wordsOf(text: string, language: string): string[] {
  const segmenter = segmenterOf(language)
  return text
    .split(token)
    .flatMap((piece, index) => (index % 2 === 1 ? [piece] : [...segmenter.segment(piece)].map(({ segment }) => segment)))
}

function segmenterOf(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' })
  } catch {
    return new Intl.Segmenter('en', { granularity: 'word' })
  }
}
