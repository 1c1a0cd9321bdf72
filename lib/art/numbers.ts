export type Point = readonly [x: number, y: number]

// Only + - * / and sqrt are exact in IEEE 754. Trigonometry, powers and hypotenuses may differ between engines, and so would the pictures.
export const square = (x: number): number => x * x
export const length = (x: number, y: number): number => Math.sqrt(x * x + y * y)

/** A coordinate with at most one decimal, never "-0". */
export function tenths(n: number): string {
  const text = (Math.round(n * 10) / 10).toString()
  return text === '-0' ? '0' : text
}
