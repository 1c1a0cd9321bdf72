// Letters of other alphabets are refused before letter case is folded: the Kelvin sign would become a plain k.
const address = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8}$/

/** A typed mail address in lower case: ASCII, exactly one @, no outer white space; null for anything else. */
export function readAsciiAddress(typed: string): string | null {
  const plain = typed.slice(0, 400).trim()
  return plain.length <= 254 && address.test(plain) ? plain.toLowerCase() : null
}
