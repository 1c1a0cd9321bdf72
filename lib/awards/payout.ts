import { normaliseText } from '#lib/foundation/text.ts'
import type { FieldError } from '#lib/submissions/schema.ts'
import { addressFault, checksummed, networkOf, type PayoutNetwork } from './networks.ts'

export const payoutKinds = ['binance-uid', 'address'] as const
export type PayoutKind = (typeof payoutKinds)[number]

/** Where an award is to be paid. */
export type PayoutDetails =
  | Readonly<{ kind: 'binance-uid'; network: null; destination: string }>
  | Readonly<{ kind: 'address'; network: PayoutNetwork; destination: string }>

export const claimFields = ['code', 'kind', 'uid', 'network', 'address', 'understood'] as const
export type ClaimField = (typeof claimFields)[number]
export type ClaimValues = Readonly<Record<ClaimField | 'secretIn', string>>
export type Claim = Readonly<{ code: string; details: PayoutDetails }>

/**
 * Takes the fields of a claim out of a form. What could be a seed phrase or a private key is dropped here, before anything keeps or shows
 * it: `secretIn` then names the field it stood in.
 */
export function readClaim(form: FormData): ClaimValues {
  const typed = Object.fromEntries(claimFields.map((name) => [name, text(form.get(name))])) as Record<ClaimField, string>
  const secretIn = claimFields.find((name) => looksSecret(typed[name])) ?? ''
  return { ...typed, ...(secretIn && { [secretIn]: '' }), secretIn }
}

function text(value: FormDataEntryValue | null): string {
  return normaliseText(typeof value === 'string' ? value.slice(0, 2000) : '')
}

const fewestWords = 11

/** Whether a text could open somebody's wallet: eleven words or more in a row, or a private key. A seed phrase has 12 to 24. */
export function looksSecret(typed: string): boolean {
  const words = typed.split(/[\s,;.\-_0-9)(]+/u).filter((word) => /^\p{L}{2,12}$/u.test(word))
  return words.length >= fewestWords || /(?<![0-9a-fA-F])(?:0x)?[0-9a-fA-F]{64}(?![0-9a-fA-F])/.test(typed.replace(/\s/g, ''))
}

type Parsed = Readonly<{ ok: true; claim: Claim } | { ok: false; errors: Partial<Record<ClaimField, FieldError>> }>

/** Reads a claim: the code that was mailed, and one destination. Spaces people put into numbers are no mistake. */
export function parseClaim(values: ClaimValues): Parsed {
  const errors: Partial<Record<ClaimField, FieldError>> = {}
  const code = readCode(values.code)
  if (!code) errors.code = { code: 'claim.code-missing' }
  const details = parseDetails(values, errors)
  if (values.understood !== 'yes') errors.understood = { code: 'claim.not-understood' }
  const secretIn = claimFields.find((name) => name === values.secretIn)
  if (secretIn) errors[secretIn] = { code: 'claim.secret' }
  return code && details && Object.keys(errors).length === 0 ? { ok: true, claim: { code, details } } : { ok: false, errors }
}

/** The eight digits of a mailed code, or null. */
export function readCode(typed: string): string | null {
  return /^\d{8}$/.exec(plainDigits(typed).replaceAll('-', ''))?.[0] ?? null
}

/**
 * Without spaces and without marks nobody sees, such as those a copy out of a letter in Arabic brings along; digits of an Arabic or Persian
 * keyboard as ours.
 */
function plainDigits(typed: string): string {
  const seen = typed.replace(/[\s\p{C}]/gu, '')
  return seen.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
}

function parseDetails(values: ClaimValues, errors: Partial<Record<ClaimField, FieldError>>): PayoutDetails | null {
  if (values.kind === 'binance-uid') {
    const uid = plainDigits(values.uid)
    if (/^\d{6,12}$/.test(uid)) return { kind: 'binance-uid', network: null, destination: uid }
    errors.uid = { code: 'claim.uid' }
    return null
  }
  if (values.kind === 'address') return parseAddress(values, errors)
  errors.kind = { code: 'claim.kind-missing' }
  return null
}

function parseAddress(values: ClaimValues, errors: Partial<Record<ClaimField, FieldError>>): PayoutDetails | null {
  const network = networkOf(values.network)
  if (!network) {
    errors.network = { code: 'claim.network-missing' }
    return null
  }
  const address = values.address.replace(/\p{C}/gu, '').trim()
  const fault = addressFault(network.key, address)
  if (fault) {
    errors.address = { code: fault === 'checksum' ? 'claim.checksum' : 'claim.address' }
    return null
  }
  const destination = network.chainId === null ? address : checksummed(address)
  return { kind: 'address', network: network.key, destination }
}

/** Enough of a destination for its owner to know it: the last four characters. */
export function endingOf({ destination }: PayoutDetails): string {
  return destination.slice(-4)
}
