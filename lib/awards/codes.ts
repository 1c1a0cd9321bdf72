import 'server-only'
import { createHmac, randomInt } from 'node:crypto'
import { authSecret } from '#lib/foundation/env.ts'

export const codeMinutes = 10

/** Eight random digits. */
export function newDigits(): string {
  return String(randomInt(100_000_000)).padStart(8, '0')
}

/** What is kept of a code: useless without the secret of this site, as eight digits alone are soon tried. */
export function hashDigits(awardId: string, digits: string): string {
  return createHmac('sha256', authSecret()).update(`award-code ${awardId} ${digits}`).digest('hex')
}
