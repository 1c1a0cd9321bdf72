import { decimal } from '#lib/foundation/money.ts'
import { checksummed, evmFault } from './networks.ts'

/** One payment to be made. Units are hundredths of one USDC. */
export type PayoutRow = Readonly<{
  reference: string
  units: bigint
  kind: string
  network: string | null
  destination: string
  payBy: Date | null
}>

const columns = ['reference', 'amount', 'currency', 'kind', 'network', 'destination', 'pay_by'] as const

/** The payments as CSV (RFC 4180, with a byte order mark). No cell begins as a formula would. */
export function payoutCsv(rows: readonly PayoutRow[]): string {
  const lines = rows.map(({ reference, units, kind, network, destination, payBy }) => [
    ...[reference, decimal(units), 'USDC', kind, network ?? '', destination, payBy?.toISOString() ?? ''],
  ])
  return `\ufeff${[columns, ...lines].map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** What only the people who pay know: which chain, and the contract of USDC on it. */
export type SafeTarget = Readonly<{ chainId: number; token: string }>

/** A chain ID as typed, or null. */
export function readChainId(typed: string): number | null {
  return /^[1-9]\d{0,9}$/.test(typed.trim()) ? Number(typed.trim()) : null
}

/** The address of a token contract as typed, in the spelling with its checksum, or null. */
export function readToken(typed: string): string | null {
  return evmFault(typed.trim()) ? null : checksummed(typed.trim())
}

const tokenDecimals = 6

/**
 * The payments as a file for the transaction builder of a Safe: one transfer of the token each. Every row has an address of this chain.
 * Amounts have six decimals, as USDC has.
 */
export function safeFile(rows: readonly PayoutRow[], { chainId, token }: SafeTarget, { name, at }: Readonly<{ name: string; at: Date }>) {
  return {
    version: '1.0',
    chainId: String(chainId),
    createdAt: at.getTime(),
    meta: { name, description: rows.map(({ reference }) => reference).join(', ') },
    transactions: rows.map(({ destination, units }) => transfer(token, destination, units * 10n ** BigInt(tokenDecimals - 2))),
  }
}

const method = {
  inputs: [
    { internalType: 'address', name: 'to', type: 'address' },
    { internalType: 'uint256', name: 'value', type: 'uint256' },
  ],
  name: 'transfer',
  payable: false,
} as const

function transfer(token: string, to: string, value: bigint) {
  return { to: token, value: '0', data: null, contractMethod: method, contractInputsValues: { to, value: value.toString() } }
}
