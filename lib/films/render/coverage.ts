import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'

/** Which characters a WOFF2 file has letters for. */
export type Coverage = (codePoint: number) => boolean

const cmapTag = 0
const glyfTag = 10
const locaTag = 11
const ownTag = 63

/** Reads the character map of a WOFF2 file. Throws when it is not one. */
export function coverageOf(file: string): Coverage {
  const font = readFileSync(file)
  if (font.toString('latin1', 0, 4) !== 'wOF2') throw new Error(`not a WOFF2 font: ${file}`)
  const { cmap, tablesEnd } = findCmap(font)
  const tables = brotliDecompressSync(font.subarray(tablesEnd, tablesEnd + font.readUInt32BE(20)))
  return readCmap(tables.subarray(cmap.start, cmap.start + cmap.length))
}

/** Walks the table directory to where the character map lies among the unpacked tables. */
function findCmap(font: Buffer): { cmap: { start: number; length: number }; tablesEnd: number } {
  let at = 48
  let start = 0
  let cmap = { start: 0, length: 0 }
  const number = () => {
    let value = 0
    for (let i = 0; i < 5; i++) {
      const byte = font[at++] ?? 0
      value = value * 128 + (byte & 0x7f)
      if (byte < 0x80) break
    }
    return value
  }
  for (let table = 0; table < font.readUInt16BE(12); table++) {
    const flags = font[at++] ?? 0
    const tag = flags & 0x3f
    const version = flags >> 6
    if (tag === ownTag) at += 4
    const original = number()
    const transformed = tag === glyfTag || tag === locaTag ? version !== 3 : version !== 0
    const length = transformed ? number() : original
    if (tag === cmapTag) cmap = { start, length }
    start += length
  }
  return { cmap, tablesEnd: at }
}

function readCmap(cmap: Buffer): Coverage {
  const ranges: (readonly [first: number, last: number])[] = []
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + i * 8 + 4))
    const format = table.readUInt16BE(0)
    if (format === 4) ranges.push(...segments(table))
    if (format === 12) ranges.push(...groups(table))
  }
  return (codePoint) => ranges.some(([first, last]) => first <= codePoint && codePoint <= last)
}

function segments(table: Buffer): [number, number][] {
  const count = table.readUInt16BE(6) / 2
  return Array.from({ length: count }, (_, i): [number, number] => {
    const last = table.readUInt16BE(14 + i * 2)
    return [table.readUInt16BE(16 + count * 2 + i * 2), last]
  }).filter(([first]) => first !== 0xffff)
}

function groups(table: Buffer): [number, number][] {
  const count = table.readUInt32BE(12)
  return Array.from({ length: count }, (_, i) => [table.readUInt32BE(16 + i * 12), table.readUInt32BE(20 + i * 12)])
}
