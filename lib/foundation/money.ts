/** An amount in hundredths as a decimal string, "8000.00": exact, never a float. */
export function decimal(units: bigint): string {
  const digits = (units < 0n ? -units : units).toString().padStart(3, '0')
  return `${units < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
