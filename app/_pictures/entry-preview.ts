import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createCanvas, GlobalFonts, loadImage, type SKRSContext2D } from '@napi-rs/canvas'
import type { EraId } from '#lib/history/schema.ts'
import { direction, type Locale } from '#lib/i18n/locales.ts'

/** The size of a preview picture in pixels, as the places that show one ask for it. */
export const previewSize = { width: 1200, height: 630 } as const

const margin = 72
const band = { height: 200 }
const mostLines = 4
const inks = { paper: '#FFFDF7', ink: '#0B0E11', soft: '#5B574C', yellow: '#F0B90B' } as const

type Words = Readonly<{ locale: Locale; site: string; title: string; over: string; era: EraId }>

let fontsReady = false

function file(...parts: string[]): string {
  return path.join(process.cwd(), 'public', ...parts)
}

function prepareFonts(): void {
  if (fontsReady) return
  const faces = { 'bricolage-display-fixed': 'Preview Display', 'atkinson-text': 'Preview Text', 'vazirmatn-arabic': 'Preview Arabic' }
  for (const [name, family] of Object.entries(faces)) {
    if (!GlobalFonts.registerFromPath(file('fonts', `${name}.woff2`), family)) throw new Error(`the font ${name} cannot be read`)
  }
  fontsReady = true
}

/** The picture a shared link of a history entry shows, as PNG: its date and mark, its title, and the drawn band of its era. */
export async function entryPreview({ locale, site, title, over, era }: Words): Promise<Buffer> {
  prepareFonts()
  const { width, height } = previewSize
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  const rtl = direction(locale) === 'rtl'
  context.fillStyle = inks.paper
  context.fillRect(0, 0, width, height)
  const art = await loadImage(await readFile(file('art', `era-${era}.svg`)))
  context.drawImage(art, 100, 30, 1200, band.height, 0, height - band.height, width, band.height)
  context.fillStyle = inks.yellow
  context.fillRect(0, height - band.height - 7, width, 7)
  context.direction = rtl ? 'rtl' : 'ltr'
  context.textAlign = rtl ? 'right' : 'left'
  const x = rtl ? width - margin : margin
  write(context, over, { x, y: 92, font: `30px "Preview Text", "Preview Arabic"`, ink: inks.soft })
  setTitle(context, title, x)
  write(context, site, { x, y: height - band.height - 36, font: `bold 26px "Preview Display", "Preview Arabic"`, ink: inks.ink })
  return canvas.encode('png')
}

type Pen = Readonly<{ x: number; y: number; font: string; ink: string }>

function write(context: SKRSContext2D, words: string, { x, y, font, ink }: Pen): void {
  context.font = font
  context.fillStyle = ink
  context.fillText(words, x, y)
}

/** As large as it fits in four lines; the smallest size is cut with an ellipsis. */
function setTitle(context: SKRSContext2D, title: string, x: number): void {
  const sizes = [60, 52, 46, 40]
  for (const size of sizes) {
    const font = `bold ${size}px "Preview Display", "Preview Arabic"`
    context.font = font
    const lines = broken(context, title, previewSize.width - 2 * margin)
    if (lines.length > mostLines && size !== sizes.at(-1)) continue
    const shown = lines.slice(0, mostLines)
    if (lines.length > mostLines) shown[mostLines - 1] += '…'
    shown.forEach((line, index) => {
      write(context, line, { x, y: 130 + size + index * size * 1.12, font, ink: inks.ink })
    })
    return
  }
}

function broken(context: SKRSContext2D, text: string, widest: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && context.measureText(longer).width <= widest) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
