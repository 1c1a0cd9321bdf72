import type { Canvas2D } from './brush.ts'
import { setFont } from './faces.ts'
import { hasRightToLeft, isDeep, isUnspaced, wordsIn } from './writing.ts'

/** What is set at once: a word, or several that keep their order in a line that runs the other way. */
export type Piece = Readonly<{
  text: string
  strong: boolean
  line: number
  /** Its left edge, from the left edge of the box. */
  x: number
  width: number
  /** Its width without the punctuation at its end. */
  bare: number
}>
export type Setting = Readonly<{
  words: string
  pieces: readonly Piece[]
  size: number
  lead: number
  deep: boolean
  lines: number
  fits: boolean
}>

/** Where words go and how large they may be, in units; `from` is the second at which the first appears. */
export type Style = Readonly<{
  box: Readonly<{ x: number; y: number; w: number; h: number }>
  largest: number
  smallest: number
  from: number
  align: 'top' | 'middle' | 'bottom'
  leading: number
}>
/** The language of words and the way they run. */
export type Voice = Readonly<{ lang: string; rightToLeft: boolean }>

type Word = Readonly<{ text: string; strong: boolean; newLine: boolean; gap: boolean }>

/** The words of a card: *these* are strong, a line break stays. */
export function readWords(text: string, lang: string): Word[] {
  const words: Word[] = []
  let strong = false
  text.split('\n').forEach((line, lineIndex) => {
    const raws = line.split(/\s+/).filter(Boolean)
    raws.forEach((raw, index) => {
      const newLine = lineIndex > 0 && index === 0
      const parts = raw.split('*').map((part, i) => ({ part, strong: i % 2 ? !strong : strong }))
      if (parts.length % 2 === 0) strong = !strong
      if (isUnspaced(raw)) words.push(...divided(parts, lang, newLine))
      else
        words.push({
          text: parts.map(({ part }) => part).join(''),
          strong: parts.some((one) => one.strong && one.part),
          newLine,
          gap: true,
        })
    })
  })
  return words.filter(({ text: letters }) => letters)
}

function divided(parts: readonly { part: string; strong: boolean }[], lang: string, newLine: boolean): Word[] {
  return parts
    .flatMap(({ part, strong }) => wordsIn(part, lang).map((text) => ({ text, strong })))
    .map(({ text, strong }, index) => ({ text, strong, newLine: newLine && index === 0, gap: index === 0 }))
}

type Placed = Word & Readonly<{ x: number; width: number; line: number }>
type Flow = Readonly<{ words: readonly Placed[]; lines: number; over: boolean }>

const settings = new Map<string, Setting>()

/** The largest size that fits the box, then the narrowest measure with as many lines, so that lines are about as long as each other. */
export function setWords(c: Canvas2D, text: string, style: Style, voice: Voice): Setting {
  const { box, largest, smallest } = style
  const deep = isDeep(text)
  const leading = style.leading * (deep ? 1.26 : 1)
  const key = [text, box.w, box.h, largest, smallest, leading, voice.lang].join('|')
  const known = settings.get(key)
  if (known) return known
  const words = readWords(text, voice.lang)
  const flowAt = (size: number, measure: number) => {
    setFont(c, 'display', text, size)
    return flowWords(c, words, measure)
  }
  let size = largest
  let flow = flowAt(size, box.w)
  const tooLarge = () => flow.over || flow.lines * size * leading > box.h
  while (size > smallest && tooLarge()) {
    size -= 2
    flow = flowAt(size, box.w)
  }
  const fits = !tooLarge()
  const narrow = narrowest(box.w, (width) => {
    const tried = flowAt(size, width)
    return !tried.over && tried.lines === flow.lines
  })
  flow = flowAt(size, narrow)
  const pieces = piecesOf(c, flow, box.w, voice.rightToLeft)
  const made = { words: text, pieces, size, lead: size * leading, deep, lines: flow.lines, fits }
  if (settings.size > 400) settings.clear()
  settings.set(key, made)
  return made
}

function narrowest(width: number, holds: (width: number) => boolean): number {
  let [low, high] = [width * 0.4, width]
  for (let i = 0; i < 9; i++) {
    const middle = (low + high) / 2
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}

function flowWords(c: Canvas2D, words: readonly Word[], measure: number): Flow {
  const space = c.measureText(' ').width
  const placed: Placed[] = []
  let [x, line, over] = [0, 0, false]
  for (const word of words) {
    const width = c.measureText(word.text).width
    const gap = placed.length && x > 0 && word.gap ? space : 0
    if (placed.length && (word.newLine || x + gap + width > measure)) {
      line += 1
      x = 0
    } else x += gap
    if (width > measure) over = true
    placed.push({ ...word, x, width, line })
    x += width
  }
  return { words: placed, lines: line + 1, over }
}

const trailing = /[\p{P}\p{S}]+$/u

function piecesOf(c: Canvas2D, { words }: Flow, width: number, rightToLeft: boolean): Piece[] {
  const bareOf = (text: string, full: number) => (trailing.test(text) ? c.measureText(text.replace(trailing, '')).width : full)
  if (!rightToLeft)
    return words.map(({ text, strong, line, x, width: own }) => ({ text, strong, line, x, width: own, bare: bareOf(text, own) }))
  const joined: Placed[] = []
  for (const word of words) {
    const last = joined.at(-1)
    // Words of the other direction are one piece: their own order is kept by the canvas.
    const together =
      last && last.line === word.line && last.strong === word.strong && !hasRightToLeft(last.text) && !hasRightToLeft(word.text)
    if (together)
      joined[joined.length - 1] = { ...last, text: `${last.text}${word.gap ? ' ' : ''}${word.text}`, width: word.x + word.width - last.x }
    else joined.push(word)
  }
  return joined.map(({ text, strong, line, x, width: own }) => ({
    text,
    strong,
    line,
    x: width - x - own,
    width: own,
    bare: bareOf(text, own),
  }))
}
