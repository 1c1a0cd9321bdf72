/** Hundredths from an amount as people type it, "1,250.50" or "1250.5"; null for anything else, and for nothing or less. */
export function parseAmount(typed: string): bigint | null {
  const plain = typed.trim().replace(/\s|\u00a0/g, '')
  if (!/^(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,2})?$/.test(plain)) return null
  const [whole = '', part = ''] = plain.replaceAll(',', '').split('.')
  const units = BigInt(whole + part.padEnd(2, '0'))
  return units > 0n ? units : null
}
