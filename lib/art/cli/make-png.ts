import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drawMark } from '../mark.ts'
import { type Inks, PALETTES } from '../palettes.ts'
import { palettePng, type Rgb } from './palette-png.ts'
import { CASTS, shareImage } from './story-pictures.ts'

// Icons and share images as PNG, for places that take no SVG. Needs a Chromium: node lib/art/cli/make-png.ts /usr/bin/chromium
const [chromium] = process.argv.slice(2)
if (!chromium) throw new Error('Say where Chromium is: node lib/art/cli/make-png.ts /usr/bin/chromium')

const publicFolder = join(import.meta.dirname, '../../../public')
const workspace = mkdtempSync(join(tmpdir(), 'art-'))

const rgb = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

function blends(from: string, to: string, parts: readonly number[]): Rgb[] {
  const [a, b] = [rgb(from), rgb(to)]
  const mix = (part: number) => a.map((value, i) => Math.round(value + ((b[i] ?? 0) - value) * part))
  return parts.map(mix)
}

// Flat inks and the few mixes their smoothed edges need.
function coloursOf({ paper, ink, disc, warp, weft }: Inks): Rgb[] {
  return [
    ...[paper, ink, disc, warp, weft].map(rgb),
    ...blends(paper, ink, [0.33, 0.66]),
    ...blends(disc, ink, [0.33, 0.66]),
    ...blends(paper, disc, [0.5]),
    ...blends(warp, weft, [0.5]),
    ...blends(warp, ink, [0.5]),
    ...blends(weft, ink, [0.5]),
  ]
}

// Runs in the page: draws the picture and writes, for every pixel, the letter of the nearest colour.
function trace(width: number, height: number, colours: readonly Rgb[]) {
  const picture = document.images[0]
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context || !picture) return
  context.drawImage(picture, 0, 0, width, height)
  const { data } = context.getImageData(0, 0, width, height)
  let letters = ''
  for (let i = 0; i < data.length; i += 4) {
    const far = colours.map((colour) =>
      colour.reduce((sum, value, c) => sum + (value - (data[i + c] ?? 0)) * (value - (data[i + c] ?? 0)), 0),
    )
    letters += String.fromCharCode(97 + far.indexOf(Math.min(...far)))
  }
  document.body.textContent = `[${letters}]`
}

function render(svg: string, to: string, width: number, height: number, colours: readonly Rgb[], browser: string): void {
  const encoded = Buffer.from(svg).toString('base64')
  const page = join(workspace, 'page.html')
  const call = `(${trace})(${width}, ${height}, ${JSON.stringify(colours)})`
  writeFileSync(page, `<body><img src="data:image/svg+xml;base64,${encoded}"><script>onload = () => ${call}</script>`)
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=20000', '--dump-dom']
  const dom = execFileSync(browser, [...flags, `file://${page}`], { encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'ignore'] })
  const letters = dom.slice(dom.indexOf('[') + 1, dom.lastIndexOf(']'))
  const pixels = Uint8Array.from(letters, (letter) => letter.charCodeAt(0) - 97)
  writeFileSync(join(publicFolder, to), palettePng(width, height, colours, pixels))
}

const iconColours = blends('#F0B90B', '#0B0E11', [0, 0.25, 0.5, 0.75, 1])
render(drawMark(), 'apple-touch-icon.png', 180, 180, iconColours, chromium)
render(drawMark(), 'icon-512.png', 512, 512, iconColours, chromium)
for (const cast of CASTS) {
  render(shareImage(cast), `art/story-${cast.slug}-og.png`, 1200, 630, coloursOf(PALETTES[cast.palette]), chromium)
}
rmSync(workspace, { recursive: true })
