import { createHash } from 'node:crypto'

/**
 * Random numbers in [0, 1) that are the same for the same seed, everywhere. The generator is sfc32 of Chris Doty-Humphrey's PractRand;
 * its state is the SHA-256 of the seed.
 */
export function seededRandom(seed: string): () => number {
  const state = createHash('sha256').update(seed).digest()
  let [a, b, c, counter] = [state.readInt32LE(0), state.readInt32LE(4), state.readInt32LE(8), 1]
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  for (let warm = 0; warm < 12; warm += 1) next()
  return next
}
