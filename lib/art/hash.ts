export type Random = () => number

/** 32-bit hash of a text: FNV-1a over its UTF-8 NFC bytes, then the murmur3 finaliser. Same text, same number, on every engine. */
export function hash32(text: string): number {
  let h = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text.normalize('NFC'))) {
    h ^= byte
    h = Math.imul(h, 0x01000193)
  }
  h ^= h >>> 16
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  h ^= h >>> 16
  return h >>> 0
}

/** A stream of numbers in [0, 1) that depends on the seed alone (mulberry32). */
export function randomFrom(seed: number): Random {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** One of `choices`, which must not be empty. */
export function pick<T>(random: Random, choices: readonly T[]): T {
  return choices[Math.floor(random() * choices.length)] as T
}
