import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { authSecret } from './env.ts'

const version = 'v1'
const ivBytes = 12
const tagBytes = 16
const keys = new Map<string, Buffer>()

/** Thrown by `open` for text that was not sealed here, in this context, with this secret. */
export class SealError extends Error {
  override name = 'SealError'
}

/**
 * Makes `plain` unreadable without the secret of this site (AES-256-GCM). `context` says what it is and whose, for example
 * `payout:<award id>`: only the same context opens it again. The same text sealed twice looks different.
 */
export function seal(plain: string, context: string): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key(), iv, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(context, 'utf8'))
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return `${version}.${Buffer.concat([iv, body, cipher.getAuthTag()]).toString('base64url')}`
}

/** The text that was sealed in this context. Throws SealError for a changed one, another context or another secret. */
export function open(sealed: string, context: string): string {
  const [stamp, packed] = sealed.split('.')
  const bytes = Buffer.from(packed ?? '', 'base64url')
  if (stamp !== version || bytes.length < ivBytes + tagBytes) throw new SealError('not a sealed text')
  const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(context, 'utf8'))
  decipher.setAuthTag(bytes.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]).toString('utf8')
  } catch {
    throw new SealError('the sealed text cannot be opened here')
  }
}

/** Derived once a secret, and not the secret itself: sessions and links are signed with that one. */
function key(): Buffer {
  const secret = authSecret()
  const known = keys.get(secret)
  if (known) return known
  const made = Buffer.from(hkdfSync('sha256', secret, 'humans-of-binance', `sealed ${version}`, 32))
  keys.set(secret, made)
  return made
}
