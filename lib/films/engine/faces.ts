/** The faces films are set in. Every one is loaded before the first frame: a canvas would quietly take another. */

export type Face = Readonly<{ family: string; file: string }>

const display = { family: 'HoB Display', file: 'bricolage-display-fixed.woff2' }
const text = { family: 'HoB Text', file: 'atkinson-text.woff2' }
const displayExt = { family: 'HoB Display Ext', file: 'bricolage-display-ext.woff2' }
const displayVi = { family: 'HoB Display Vi', file: 'bricolage-display-vi.woff2' }
const textExt = { family: 'HoB Text Ext', file: 'atkinson-text-ext.woff2' }
const arabic = { family: 'HoB Arabic', file: 'vazirmatn-arabic.woff2' }

/** The faces that ship with the site, below `/fonts/`. */
export const shippedFaces: readonly Face[] = [display, text, displayExt, displayVi, textExt, arabic]

/** A script we ship no face for, and families that have it, the best first: whatever of them a machine has is used under our name. */
export type BorrowedFace = Readonly<{ script: string; family: string; from: readonly string[] }>

const cjk = ['SC', 'JP', 'TC', 'KR'].flatMap((place) => [`Noto Sans CJK ${place}`, `Noto Sans ${place}`, `Source Han Sans ${place}`])
const noto = (script: string, ...more: string[]) => [`Noto Sans ${script}`, `Noto Serif ${script}`, ...more]
const borrow = (script: string, from: readonly string[]): BorrowedFace => ({ script, family: `HoB ${script}`, from })

export const borrowedFaces: readonly BorrowedFace[] = [
  borrow('Han', [...cjk, 'PingFang SC', 'Microsoft YaHei', 'WenQuanYi Zen Hei', 'Droid Sans Fallback']),
  borrow('Hiragana', ['Noto Sans CJK JP', 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic', ...cjk]),
  borrow('Katakana', ['Noto Sans CJK JP', 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic', ...cjk]),
  borrow('Hangul', ['Noto Sans CJK KR', 'Noto Sans KR', 'Apple SD Gothic Neo', 'Malgun Gothic', ...cjk]),
  borrow('Bopomofo', ['Noto Sans CJK TC', 'Noto Sans TC', ...cjk]),
  borrow('Cyrillic', ['Noto Sans', 'DejaVu Sans', 'Liberation Sans', 'Arial']),
  borrow('Greek', ['Noto Sans', 'DejaVu Sans', 'Liberation Sans', 'Arial']),
  borrow('Hebrew', noto('Hebrew', 'DejaVu Sans', 'Arial Hebrew', 'Liberation Sans', 'Arial')),
  borrow('Armenian', noto('Armenian', 'DejaVu Sans')),
  borrow('Georgian', noto('Georgian', 'DejaVu Sans')),
  borrow('Devanagari', noto('Devanagari', 'Kohinoor Devanagari', 'Nirmala UI')),
  borrow('Bengali', noto('Bengali', 'Nirmala UI')),
  borrow('Gurmukhi', noto('Gurmukhi', 'Nirmala UI')),
  borrow('Gujarati', noto('Gujarati', 'Nirmala UI')),
  borrow('Tamil', noto('Tamil', 'Nirmala UI')),
  borrow('Telugu', noto('Telugu', 'Nirmala UI')),
  borrow('Kannada', noto('Kannada', 'Nirmala UI')),
  borrow('Malayalam', noto('Malayalam', 'Nirmala UI')),
  borrow('Sinhala', noto('Sinhala', 'Nirmala UI')),
  borrow('Thai', noto('Thai', 'Leelawadee UI', 'Thonburi')),
  borrow('Lao', noto('Lao', 'Leelawadee UI', 'DejaVu Sans')),
  borrow('Khmer', noto('Khmer', 'Leelawadee UI')),
  borrow('Myanmar', noto('Myanmar', 'Myanmar Text')),
  borrow('Ethiopic', noto('Ethiopic', 'Nyala')),
  borrow('Tibetan', ['Noto Serif Tibetan', 'Microsoft Himalaya']),
]
const borrowed = borrowedFaces.map((face) => ({ ...face, letter: new RegExp(`\\p{Script=${face.script}}`, 'u') }))

/** The borrowed faces these words need. */
export function borrowedFor(words: string): BorrowedFace[] {
  return borrowed.filter(({ letter }) => letter.test(words))
}

const latinExtended = /[\u0100-\u0130\u0132-\u0151\u0154-\u024f\u20a0-\u20c0]/
const vietnamese = /[\u1e00-\u1eff]/
const arabicLetters = /[\u0600-\u06ff\u200c-\u200e\ufb50-\ufdff\ufe70-\ufefc]/

export type Role = 'display' | 'text'

const lists = new Map<string, readonly string[]>()

/** The families these words are set in, the first that has a letter wins. */
export function familiesFor(role: Role, words: string): readonly string[] {
  const key = `${role} ${words}`
  const known = lists.get(key)
  if (known) return known
  const faces = role === 'display' ? [display] : [text]
  if (latinExtended.test(words)) faces.push(role === 'display' ? displayExt : textExt)
  if (vietnamese.test(words)) faces.push(displayVi)
  if (arabicLetters.test(words)) faces.push(arabic)
  const list = [...faces, ...borrowedFor(words)].map(({ family }) => family)
  if (lists.size > 500) lists.clear()
  lists.set(key, list)
  return list
}

/** What a font is set on: a canvas in a browser, or one on the server, which takes the weight of a variable face apart. */
type Lettered = { font: string; fontVariationSettings?: string }

/** Sets the font for some words. Only the text faces come in several weights. */
export function setFont(c: Lettered, role: Role, words: string, size: number, weight = role === 'display' ? 740 : 500): void {
  const list = familiesFor(role, words)
    .map((family) => `"${family}"`)
    .join(', ')
  if ('fontVariationSettings' in c) {
    const bold = role === 'display' && borrowedFor(words).length ? 'bold ' : ''
    c.font = `${bold}${size}px ${list}`
    c.fontVariationSettings = `'wght' ${weight}`
  } else c.font = `${weight} ${size}px ${list}`
}
