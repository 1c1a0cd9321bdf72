import { readAsciiAddress } from '#lib/foundation/ascii-address.ts'

/** A typed mail address as it is kept for staff: ASCII, exactly one @, lower case; null for anything else. */
export function readStaffAddress(typed: string): string | null {
  return readAsciiAddress(typed)
}
