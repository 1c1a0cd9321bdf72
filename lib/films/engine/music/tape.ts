export const sampleRate = 48_000

/** Two channels of sound, and what of them goes into the room. */
export type Tape = Readonly<{
  left: Float32Array
  right: Float32Array
  wetLeft: Float32Array
  wetRight: Float32Array
  chance: () => number
}>

/** An empty tape of some seconds. All chance in the music comes from its seed. */
export function newTape(seconds: number, seed: number): Tape {
  const length = Math.ceil((seconds + 0.02) * sampleRate)
  const channel = () => new Float32Array(length)
  return { left: channel(), right: channel(), wetLeft: channel(), wetRight: channel(), chance: chanceFrom(seed) }
}

/** Numbers from -1 to 1 that depend on the seed alone. */
export function chanceFrom(seed: number): () => number {
  let n = seed
  return () => {
    let x = ((n++ | 0) + 0x9e3779b9) | 0
    x = Math.imul(x ^ (x >>> 16), 0x21f0aaad)
    x = Math.imul(x ^ (x >>> 15), 0x735a2d97)
    return ((x ^ (x >>> 15)) >>> 0) / 2147483648 - 1
  }
}

/** Where a sound stands (-1 left to 1 right) and how much of it goes into the room. */
export type Spot = Readonly<{ pan: number; wet: number }>

/** Lays a sound on the tape, sample by sample, from `at` seconds on. What lies beyond the ends is dropped. */
export function lay(tape: Tape, at: number, samples: number, { pan, wet }: Spot, sound: (i: number) => number): void {
  const { left, right, wetLeft, wetRight } = tape
  const start = Math.floor(at * sampleRate)
  const toLeft = Math.cos(((pan + 1) * Math.PI) / 4)
  const toRight = Math.sin(((pan + 1) * Math.PI) / 4)
  for (let i = 0; i < samples; i++) {
    const value = sound(i)
    const k = start + i
    if (k < 0 || k >= left.length) continue
    const l = value * toLeft
    const r = value * toRight
    left[k] = (left[k] ?? 0) + l
    right[k] = (right[k] ?? 0) + r
    wetLeft[k] = (wetLeft[k] ?? 0) + l * wet
    wetRight[k] = (wetRight[k] ?? 0) + r * wet
  }
}
