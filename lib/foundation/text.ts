export type ForbiddenName = 'nul' | 'control' | 'surrogate' | 'direction' | 'noncharacter' | 'replacement' | 'tag' | 'line-separator'
export type Forbidden = { codePoint: number; name: ForbiddenName }

/** One-line fields refuse line breaks and invisible direction changes; blocks keep them, so that mixed-direction text survives. */
export type TextKind = 'line' | 'block'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * How many characters a person sees: grapheme clusters, so a family emoji, a flag or a letter with its marks is one. Counts no further than
 * `most`: a million letters take a third of a second.
 */
export function countGraphemes(text: string, most = Number.POSITIVE_INFINITY): number {
  let count = 0
  for (const _ of graphemes.segment(text)) {
    count += 1
    if (count >= most) break
  }
  return count
}

/** How many code points a text has: as many as characters, or more. A million take a few milliseconds. */
export function countCodePoints(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; count += 1) index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1
  return count
}

/** The text as it is stored: NFC, line ends as LF, no outer white space, otherwise exactly as typed. Refuses nothing. */
export function normaliseText(raw: string): string {
  return raw.replaceAll('\r\n', '\n').replaceAll('\r', '\n').normalize('NFC').trim()
}

/** The first character that may not be stored, or null. Expects normalised text; checks every code point once, in linear time. */
export function findForbidden(text: string, kind: TextKind): Forbidden | null {
  for (let index = 0; index < text.length; ) {
    const codePoint = text.codePointAt(index) ?? 0
    const name = forbiddenAnywhere(codePoint) ?? (kind === 'line' ? forbiddenInLine(codePoint) : null)
    if (name) return { codePoint, name }
    index += codePoint > 0xffff ? 2 : 1
    if (codePoint === blackFlag) index += flagTagsLength(text, index)
  }
  return null
}

function forbiddenAnywhere(codePoint: number): ForbiddenName | null {
  if (codePoint === 0) return 'nul'
  if (codePoint < 0x20) return codePoint === tab || codePoint === lineFeed ? null : 'control'
  if (codePoint < 0x7f) return null
  if (codePoint <= 0x9f || codePoint === byteOrderMark) return 'control'
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return 'surrogate'
  if (codePoint === 0xfffd) return 'replacement'
  if ((codePoint & 0xfffe) === 0xfffe || (codePoint >= 0xfdd0 && codePoint <= 0xfdef)) return 'noncharacter'
  return codePoint >= firstTag && codePoint <= cancelTag ? 'tag' : null
}

function forbiddenInLine(codePoint: number): ForbiddenName | null {
  if (codePoint === tab || codePoint === lineFeed) return 'control'
  if (codePoint === 0x2028 || codePoint === 0x2029) return 'line-separator'
  const overrides = codePoint >= 0x202a && codePoint <= 0x202e
  const isolates = codePoint >= 0x2066 && codePoint <= 0x2069
  return overrides || isolates ? 'direction' : null
}

const tab = 0x09
const lineFeed = 0x0a
const byteOrderMark = 0xfeff
const blackFlag = 0x1f3f4
const firstTag = 0xe0000
const cancelTag = 0xe007f

/** Code units taken by the tags of a regional flag such as Scotland's: three to six small letters or digits, then the cancel tag; else 0. */
function flagTagsLength(text: string, start: number): number {
  for (let count = 0; count <= 6; count += 1) {
    const codePoint = text.codePointAt(start + count * 2) ?? 0
    if (codePoint === cancelTag) return count >= 3 ? (count + 1) * 2 : 0
    const digit = codePoint >= 0xe0030 && codePoint <= 0xe0039
    const letter = codePoint >= 0xe0061 && codePoint <= 0xe007a
    if (!digit && !letter) return 0
  }
  return 0
}

// The empty Braille cell is a symbol that shows nothing.
const visible = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u

/** Whether there is at least one character to see: a letter, number, punctuation mark, symbol or emoji. */
export function hasVisible(text: string): boolean {
  return visible.test(text)
}

/** A form for comparing, never for storing: NFKC with letter case folded, so that ﬁ = FI, ß = SS and the three sigmas are equal. */
export function comparisonKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().normalize('NFKC')
}
