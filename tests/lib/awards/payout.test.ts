import { expect, test } from 'vitest'
import { keccak256 } from '#lib/awards/keccak.ts'
import { addressFault, checksummed, evmFault } from '#lib/awards/networks.ts'
import { type ClaimField, looksSecret, parseClaim, readClaim } from '#lib/awards/payout.ts'

/** The test phrase that every wallet's documentation shows: nobody keeps anything there. */
const phrase = 'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about'

function form(fields: Partial<Record<ClaimField, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

const uid = { code: '1234 5678', kind: 'binance-uid', uid: '123 456 789', understood: 'yes' } as const
const address = { code: '12345678', kind: 'address', network: 'base', understood: 'yes' } as const

function errorsOf(fields: Partial<Record<ClaimField, string>>) {
  const parsed = parseClaim(readClaim(form(fields)))
  return parsed.ok ? null : Object.fromEntries(Object.entries(parsed.errors).map(([name, error]) => [name, error?.code]))
}

test('a user ID or an address is read as people type it', () => {
  expect(parseClaim(readClaim(form(uid)))).toEqual({
    ok: true,
    claim: { code: '12345678', details: { kind: 'binance-uid', network: null, destination: '123456789' } },
  })
  expect(parseClaim(readClaim(form({ ...address, address: ' 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed ' })))).toMatchObject({
    claim: { details: { kind: 'address', network: 'base', destination: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed' } },
  })
})

test('digits of an Arabic keyboard count as ours, and marks nobody sees do no harm', () => {
  const typed = { ...uid, code: '\u2066١٢٣٤٥٦٧٨\u2069', uid: '۱۲۳۴۵۶۷۸۹' }
  expect(parseClaim(readClaim(form(typed)))).toEqual(parseClaim(readClaim(form(uid))))
  const pasted = { ...address, address: '\u200e0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed\u200b' }
  expect(parseClaim(readClaim(form(pasted)))).toMatchObject({
    claim: { details: { destination: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed' } },
  })
})

test('each wrong field is named', () => {
  expect(errorsOf({})).toEqual({ code: 'claim.code-missing', kind: 'claim.kind-missing', understood: 'claim.not-understood' })
  expect(errorsOf({ ...uid, uid: 'me@example.org' })).toEqual({ uid: 'claim.uid' })
  expect(errorsOf({ ...address, network: '' })).toEqual({ network: 'claim.network-missing' })
  expect(errorsOf({ ...address, address: 'the usual one' })).toEqual({ address: 'claim.address' })
  expect(errorsOf({ ...address, address: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD' })).toEqual({ address: 'claim.checksum' })
})

test.each([
  ['a phrase of twelve words', phrase],
  [
    'on lines, numbered',
    phrase
      .split(' ')
      .map((word, at) => `${at + 1}. ${word}`)
      .join('\n'),
  ],
  ['with commas', phrase.replaceAll(' ', ', ')],
  ['of twenty-four words', `${phrase} ${phrase}`],
  ['in Spanish', 'ábaco abdomen abeja abierto abogado abono aborto abrazo abrir abuelo abuso acabar'],
  ['a private key', `0x${'4f'.repeat(32)}`],
  ['a private key without 0x, with spaces', `${'4f'.repeat(16)} ${'4f'.repeat(16)}`],
])('%s is refused in any field, and nothing of it is kept', (_, secret) => {
  for (const field of ['uid', 'address', 'code', 'network', 'kind'] as const) {
    const values = readClaim(form({ ...address, address: checksummed(`0x${'1'.repeat(40)}`), [field]: secret }))
    expect(JSON.stringify(values)).not.toContain(secret.slice(0, 12))
    expect(parseClaim(values)).toMatchObject({ ok: false, errors: { [field]: { code: 'claim.secret' } } })
  }
})

test('what is no secret is not taken for one', () => {
  for (const text of ['', '123456789', checksummed(`0x${'1'.repeat(40)}`), 'I would like to be paid to my account']) {
    expect([text, looksSecret(text)]).toEqual([text, false])
  }
})

test('checksums are those of EIP-55, hashes those of Keccak-256', () => {
  expect(keccak256('')).toBe('c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470')
  expect(keccak256('a'.repeat(200))).toBe('96ea54061def936c4be90b518992fdc6f12f535068a256229aca54267b4d084d')
  for (const known of ['0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359', '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb']) {
    expect(checksummed(known.toLowerCase())).toBe(known)
    expect(evmFault(known)).toBeNull()
    expect(evmFault(known.toLowerCase())).toBeNull()
  }
  expect(evmFault(`0x${'0'.repeat(40)}`)).toBe('shape')
  expect(addressFault('solana', 'So11111111111111111111111111111111111111112')).toBeNull()
  expect(addressFault('solana', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed')).toBe('shape')
})
