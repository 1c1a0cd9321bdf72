import { keccak256 } from './keccak.ts'

/** Networks an address can be on. `chainId` as wallets number them; null where addresses are not of that family. */
export const payoutNetworks = [
  { key: 'ethereum', name: 'Ethereum', chainId: 1 },
  { key: 'base', name: 'Base', chainId: 8453 },
  { key: 'arbitrum', name: 'Arbitrum One', chainId: 42161 },
  { key: 'optimism', name: 'OP Mainnet', chainId: 10 },
  { key: 'polygon', name: 'Polygon PoS', chainId: 137 },
  { key: 'solana', name: 'Solana', chainId: null },
] as const
export type PayoutNetwork = (typeof payoutNetworks)[number]['key']

/** The network of this key, or null. */
export function networkOf(key: string): (typeof payoutNetworks)[number] | null {
  return payoutNetworks.find((network) => network.key === key) ?? null
}

/** The proper name of a stored network. */
export function networkName(key: string): string {
  return networkOf(key)?.name ?? key
}

export type AddressFault = 'shape' | 'checksum'

/** What is wrong with an address of this network, or null. Mixed case carries a checksum (EIP-55), which finds nearly every slip of the finger. */
export function addressFault(network: PayoutNetwork, address: string): AddressFault | null {
  if (network === 'solana') return isSolana(address) ? null : 'shape'
  return evmFault(address)
}

/** The same for any network whose addresses look like Ethereum's, for example that of a token's contract. */
export function evmFault(address: string): AddressFault | null {
  const digits = /^0x([0-9a-fA-F]{40})$/.exec(address)?.[1]
  if (!digits || /^0+$/.test(digits)) return 'shape'
  if (digits === digits.toLowerCase() || digits === digits.toUpperCase()) return null
  return checksummed(address) === address ? null : 'checksum'
}

/** An address in the spelling that carries its checksum. */
export function checksummed(address: string): string {
  const digits = address.slice(2).toLowerCase()
  const hash = keccak256(digits)
  return `0x${[...digits].map((digit, at) => (Number.parseInt(hash[at] ?? '0', 16) >= 8 ? digit.toUpperCase() : digit)).join('')}`
}

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

function isSolana(address: string): boolean {
  if (!/^[1-9A-HJ-NP-Za-km-z]{32,44}$/.test(address)) return false
  const value = [...address].reduce((sum, letter) => sum * 58n + BigInt(base58.indexOf(letter)), 0n)
  const zeros = /^1*/.exec(address)?.[0].length ?? 0
  return zeros + Math.ceil(value.toString(16).length / 2) === 32
}
