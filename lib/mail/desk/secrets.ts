const inOneAddress = /https?:\/\/[^\s"'<>]+/g
const secret = /[A-Za-z0-9_-]{20,}/g

/** The same words with the secret part of every link hidden: whoever reads a letter here must not be able to open what it opens. */
export function withoutSecrets(words: string): string {
  return words.replace(inOneAddress, (address) => address.replace(secret, '…'))
}

/** Whether letters of this kind hold a code that opens something by itself. */
export function holdsCode(kind: string): boolean {
  return kind === 'award-code'
}
