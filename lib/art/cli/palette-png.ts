import { crc32, deflateSync } from 'node:zlib'

/** Red, green and blue, 0 to 255. */
export type Rgb = readonly number[]

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const BIT_DEPTH = 4
const INDEXED = 3

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A PNG of at most 16 colours. `pixels` holds one index into `colours` per pixel, row by row; `width` must be even. */
export function palettePng(width: number, height: number, colours: readonly Rgb[], pixels: Uint8Array): Buffer {
  if (colours.length > 16 || width % 2 || pixels.length !== width * height) throw new Error('Not a picture of 16 colours and even width')
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([BIT_DEPTH, INDEXED], 8)
  const rows = Buffer.alloc(height * (width / 2 + 1))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x += 2) {
      const pair = ((pixels[y * width + x] ?? 0) << 4) | (pixels[y * width + x + 1] ?? 0)
      rows[y * (width / 2 + 1) + 1 + x / 2] = pair
    }
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
