import { Secret, TOTP } from 'otpauth'

const period = 30
/** How many steps of 30 seconds a phone's clock may be ahead or behind. */
const window = 1

/** A new secret for an authenticator app: 160 bits, in base 32. */
export function newAppSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What the square picture says: an authenticator app reads it. */
export function appAddress(secret: string, account: string): string {
  return totpOf(secret, account).toString()
}

/** The step of 30 seconds that these six digits belong to, or null. `machineMs` is the real time, as phones know no rehearsal. */
export function stepOf(secret: string, digits: string, machineMs: number): number | null {
  if (!/^\d{6}$/.test(digits)) return null
  const off = totpOf(secret, '').validate({ token: digits, timestamp: machineMs, window })
  return off === null ? null : Math.floor(machineMs / 1000 / period) + off
}

/** The six digits an authenticator app shows at this moment. */
export function digitsAt(secret: string, machineMs: number): string {
  return totpOf(secret, '').generate({ timestamp: machineMs })
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: 'Humans of Binance', label, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret) })
}
