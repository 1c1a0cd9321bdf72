/** The number, or the nearer bound. */
export function clamp(x: number, low = 0, high = 1): number {
  if (x < low) return low
  return x > high ? high : x
}

/** `part` of the way from a to b. */
export function mix(a: number, b: number, part: number): number {
  return a + (b - a) * part
}

/** 0 before `from`, 1 after `to`, even in between. */
export function ramp(t: number, from: number, to: number): number {
  return clamp((t - from) / (to - from))
}

/** 0 to 1, fast first. */
export function outCubic(x: number): number {
  return 1 - (1 - clamp(x)) ** 3
}

/** 0 to 1, slow at both ends. */
export function inOut(x: number): number {
  const at = clamp(x)
  return at < 0.5 ? 4 * at ** 3 : 1 - (-2 * at + 2) ** 3 / 2
}

/** Goes a little beyond 1 and comes back. */
export function outBack(x: number): number {
  const at = clamp(x) - 1
  return 1 + 2.2 * at ** 3 + 1.2 * at * at
}

/** Slow, repeated motion is drawn on twos, 15 times a second: the hand-printed look, and half the bytes. */
export function onTwos(t: number): number {
  return Math.floor(t * 15 + 1e-6) / 15
}
