// Scripts that write words without spaces between them.
const unspaced =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u

/**
 * Whether a text shows a name: as words of their own, in any case, with or without marks of emphasis. A name of one letter is found only where it
 * stands alone, because it is a word of many languages.
 */
export function showsName(text: string, name: string): boolean {
  const [within, wanted] = [text, name].map((one) => one.replaceAll('*', '').replace(/\s+/g, ' ').trim().normalize('NFC').toLowerCase())
  if (!within || !wanted) return false
  if ([...wanted].length === 1) return within === wanted
  if (unspaced.test(wanted)) return within.includes(wanted)
  const escaped = wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  // Arabic writes "and", "so" and "with" on the word that follows.
  return new RegExp(`(?<![\\p{L}\\p{N}])[وفب]?${escaped}(?![\\p{L}\\p{N}])`, 'u').test(within)
}
