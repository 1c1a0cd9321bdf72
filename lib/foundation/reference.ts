/** A typed reference as we write it (capitals, dashes), or null when it cannot be one. */
export function readReference(typed: string): string | null {
  const plain = typed
    .slice(0, 40)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  const match = /^HB([2-9A-HJKMNP-TV-Z]{4})([2-9A-HJKMNP-TV-Z]{4})$/.exec(plain)
  return match ? `HB-${match[1]}-${match[2]}` : null
}
