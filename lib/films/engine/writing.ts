/** How scripts are written: which way they run, and whether they put spaces between words. Codes are ISO 15924. */

const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi'])
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u
const runsLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

const deep =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u

/** Whether letters reach far below the line, so that lines need more room and nothing may cover their dots. */
export function isDeep(text: string): boolean {
  return deep.test(text)
}

/** Whether words of this language run from right to left. */
export function isRightToLeft(lang: string): boolean {
  try {
    return rightToLeft.has(new Intl.Locale(lang).maximize().script ?? '')
  } catch {
    return false
  }
}

/** Whether the text holds letters of a script without spaces between its words. */
export function isUnspaced(text: string): boolean {
  return unspaced.test(text)
}

/** Whether the text holds letters that run from right to left. */
export function hasRightToLeft(text: string): boolean {
  return runsLeft.test(text)
}

const segmenters = new Map<string, Intl.Segmenter>()

/** The words of a piece of text as its language divides it, punctuation with the word it follows. */
export function wordsIn(text: string, lang: string): string[] {
  const segmenter = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'word' })
  segmenters.set(lang, segmenter)
  const words: string[] = []
  let opening = ''
  for (const { segment } of segmenter.segment(text)) {
    const last = words.length - 1
    if (/^[\p{Ps}\p{Pi}]+$/u.test(segment)) opening += segment
    else if (/^[\p{P}\p{S}]+$/u.test(segment) && last >= 0 && !opening) words[last] += segment
    else {
      words.push(opening + segment)
      opening = ''
    }
  }
  if (opening) words.push(opening)
  return words
}

/** How many words somebody has to read: those between spaces, and in unspaced scripts those the language knows. */
export function countWords(text: string, lang: string): number {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .reduce((count, word) => count + (isUnspaced(word) ? wordsIn(word, lang).length : 1), 0)
}
