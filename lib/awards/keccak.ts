import { keccak_256 } from '@noble/hashes/sha3.js'

/** Keccak-256 of a text, in lower-case hexadecimal: the hash Ethereum uses, older than the SHA-3 that came of it. */
export function keccak256(text: string): string {
  return Buffer.from(keccak_256(new TextEncoder().encode(text))).toString('hex')
}
