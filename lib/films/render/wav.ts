import type { Sound } from '../engine/music/score.ts'
import { chanceFrom } from '../engine/music/tape.ts'

const bytesPerFrame = 4
const header = 44

/** The sound as a WAV file: 16 bits, two channels, dithered the same way every time. */
export function wavOf({ rate, left, right }: Sound): Buffer {
  const file = Buffer.alloc(header + left.length * bytesPerFrame)
  file.write('RIFF', 0)
  file.writeUInt32LE(file.length - 8, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(2, 22)
  file.writeUInt32LE(rate, 24)
  file.writeUInt32LE(rate * bytesPerFrame, 28)
  file.writeUInt16LE(bytesPerFrame, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36)
  file.writeUInt32LE(left.length * bytesPerFrame, 40)
  const samples = new DataView(file.buffer, file.byteOffset + header)
  const chance = chanceFrom(99)
  for (let i = 0; i < left.length; i++) {
    const dither = (chance() + chance()) / 2
    samples.setInt16(i * bytesPerFrame, sample(left[i] ?? 0, dither), true)
    samples.setInt16(i * bytesPerFrame + 2, sample(right[i] ?? 0, dither), true)
  }
  return file
}

function sample(value: number, dither: number): number {
  return Math.max(-32768, Math.min(32767, Math.round(value * 32767 + dither)))
}
