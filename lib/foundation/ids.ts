import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto'
import { now } from './clock.ts'

/** A new UUID of version 7 (RFC 9562): sorts by the time it was made. */
export function newId(): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now().getTime(), 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** 256 random bits for a cookie or a link, as 43 URL-safe characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a secret: its SHA-256, in hexadecimal. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** SHA-256 of a text, in hexadecimal: names exactly the words somebody saw. */
export function hashText(text: string): string {
  return hashToken(text)
}

/** 128 bits for one purpose, made from a random token: who holds the result learns nothing about the token. 22 URL-safe characters. */
export function deriveKey(token: string, purpose: string): string {
  return createHmac('sha256', token).update(purpose).digest().subarray(0, 16).toString('base64url')
}

const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

function group(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
}

/** A new entry reference such as HB-7K2M-9XQD. Not a secret: it shows nothing by itself. */
export function newReference(): string {
  return `HB-${group(4)}-${group(4)}`
}

/** A new code for one mail, such as 7K2M-9XQD-B4TR. */
export function newMailCode(): string {
  return `${group(4)}-${group(4)}-${group(4)}`
}
