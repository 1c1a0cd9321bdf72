import { type Canvas2D, drawMark, drawThread } from './brush.ts'
import { inOut, outCubic, ramp } from './easing.ts'
import { setFont } from './faces.ts'
import { lineThrough } from './lines.ts'
import { black, type Inks, lightYellow, yellow } from './palettes.ts'
import { type Piece, type Setting, type Style, setWords, type Voice } from './setting.ts'
import { hasRightToLeft } from './writing.ts'

/** Draws a card's words as they are at `t`: each rises out of its line as ink from a plate, then the thread underlines the strong ones. Returns where they end. */
export function drawWords(c: Canvas2D, text: string, style: Style, ink: Inks, voice: Voice, t: number): number {
  const { box, align } = style
  const setting = setWords(c, text, style, voice)
  const tall = setting.lines * setting.lead
  const top = box.y + { top: 0, middle: (box.h - tall) / 2, bottom: box.h - tall }[align]
  const beat = Math.min(0.09, 1.3 / setting.pieces.length)
  c.textAlign = 'left'
  c.textBaseline = 'alphabetic'
  c.direction = voice.rightToLeft ? 'rtl' : 'ltr'
  setting.pieces.forEach((piece, i) => {
    const risen = outCubic(ramp(t, style.from + i * beat, style.from + i * beat + 0.6))
    if (risen > 0) drawPiece(c, piece, setting, { x: box.x, y: top }, ink, risen)
  })
  c.direction = 'ltr'
  for (const { from, to, line, index } of underlined(setting.pieces, voice.rightToLeft)) {
    const y = top + line * setting.lead + setting.size * (setting.deep ? 1.17 : 0.955)
    const begin = style.from + 0.7 + index * beat
    const run = lineThrough([
      [box.x + from, y],
      [box.x + to, y],
    ])
    drawThread(c, [run], { ...ink, threadEdge: ink.words }, inOut(ramp(t, begin, begin + 0.6)), Math.max(4, setting.size * 0.075))
  }
  return top + tall
}

function drawPiece(c: Canvas2D, piece: Piece, setting: Setting, origin: { x: number; y: number }, ink: Inks, risen: number): void {
  const { size, lead, words, deep } = setting
  const x = origin.x + piece.x
  const y = origin.y + piece.line * lead
  c.save()
  if (risen < 1) {
    c.beginPath()
    c.rect(x - 12, y - size * 0.1, piece.width + 24, size * (deep ? 1.36 : 1.14))
    c.clip()
  }
  setFont(c, 'display', words, size)
  c.fillStyle = ink.words
  c.fillText(piece.text, x, y + size * 0.82 + (1 - risen) * size)
  c.restore()
}

type Run = { from: number; to: number; line: number; index: number }

/** The strong runs of each line, from where they begin to where they end as they are read. */
function underlined(pieces: readonly Piece[], rightToLeft: boolean): Run[] {
  const runs: Run[] = []
  pieces.forEach((piece, index) => {
    if (!piece.strong) return
    const last = runs.at(-1)
    const right = piece.x + piece.width
    const [from, to] = rightToLeft ? [right, right - piece.bare] : [piece.x, piece.x + piece.bare]
    if (last && last.line === piece.line && pieces[index - 1]?.strong) last.to = to
    else runs.push({ from, to, line: piece.line, index })
  })
  return runs
}

type Small = Readonly<{ x: number; y: number; size: number; color: string; weight?: number; voice?: Voice }>
/** One line of small words from `x` on: to the right, or to the left when they run that way. */
export function drawSmall(c: Canvas2D, text: string, { x, y, size, color, weight = 500, voice }: Small): void {
  setFont(c, 'text', text, size, weight)
  c.fillStyle = color
  c.textBaseline = 'alphabetic'
  c.direction = voice?.rightToLeft && hasRightToLeft(text) ? 'rtl' : 'ltr' // a hashtag keeps its own way
  c.textAlign = voice?.rightToLeft ? 'right' : 'left'
  c.fillText(text, x, y)
  c.direction = 'ltr'
  c.textAlign = 'left'
}

/** How wide one line of small words is. */
export function smallWidth(c: Canvas2D, text: string, size: number, weight = 500): number {
  setFont(c, 'text', text, size, weight)
  return c.measureText(text).width
}

/** A number as large as a card, its foot at y. */
export function drawNumeral(
  c: Canvas2D,
  value: string,
  at: { x: number; y: number; size: number },
  color: string,
  rightToLeft: boolean,
): void {
  setFont(c, 'display', value, at.size)
  c.fillStyle = color
  c.textBaseline = 'alphabetic'
  c.textAlign = rightToLeft ? 'right' : 'left'
  c.fillText(value, at.x, at.y)
  c.textAlign = 'left'
}

const markSize = 40
const name = 'Humans of Binance'

/** The mark and the name of the series, `x` being where a reader begins. */
export function drawWordmark(c: Canvas2D, x: number, y: number, ink: Inks, rightToLeft: boolean): void {
  const ground = ink.paper === yellow ? lightYellow : yellow
  const left = rightToLeft ? x - markSize : x
  c.fillStyle = ground
  c.fillRect(left, y, markSize, markSize)
  drawMark(c, { x: left, y, size: markSize }, ground)
  setFont(c, 'display', name, 27)
  c.fillStyle = ink.words
  c.textBaseline = 'alphabetic'
  c.textAlign = rightToLeft ? 'right' : 'left'
  c.fillText(name, rightToLeft ? left - 14 : left + markSize + 14, y + 29.5)
  c.textAlign = 'left'
}

type Plate = Readonly<{
  x: number
  y: number
  size: number
  fill: string
  color: string
  line?: string
  pad: readonly [number, number]
  voice: Voice
}>

/** Words on a plate of their own, readable on anything. `x` is where a reader begins. */
export function drawPlate(c: Canvas2D, text: string, plate: Plate): void {
  const { size, pad, voice } = plate
  const w = smallWidth(c, text, size, 600) + 2 * pad[0]
  const h = size + 2 * pad[1]
  const x = voice.rightToLeft ? plate.x - w : plate.x
  c.fillStyle = plate.fill
  c.fillRect(x, plate.y, w, h)
  if (plate.line !== undefined) {
    c.strokeStyle = plate.line
    c.lineWidth = 2
    c.strokeRect(x + 1, plate.y + 1, w - 2, h - 2)
  }
  const start = voice.rightToLeft ? x + w - pad[0] : x + pad[0]
  drawSmall(c, text, { x: start, y: plate.y + pad[1] + size * 0.8, size, color: plate.color, weight: 600, voice })
}

/** The plate of the hashtag, on black. */
export function drawHashtag(c: Canvas2D, text: string, x: number, y: number, voice: Voice): void {
  drawPlate(c, text, { x, y, size: 32, fill: black, color: lightYellow, pad: [26, 16], voice })
}
