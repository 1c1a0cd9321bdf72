import { Resolver } from 'node:dns/promises'
import { type Refused, refused, type Unreachable, unreachable } from './outcome.ts'
import { isLoopback, isPublicAddress } from './public-address.ts'

/** Every address of a host. An empty list, or a rejection, means that it could not be resolved. */
export type Resolve = (host: string, signal: AbortSignal) => Promise<readonly string[]>

/** Where a request really goes. Addresses are tried in turn; nothing resolves the name again. */
export type Route = Readonly<{ kind: 'route'; secure: boolean; host: string; port: number; addresses: readonly string[] }>

const resolvingTakesAtMost = 2_500

/** The way to a public host: resolved once, and refused when a single one of its addresses is not public. */
export async function publicRoute(host: string, resolve: Resolve, deadline: AbortSignal): Promise<Route | Refused | Unreachable> {
  const signal = AbortSignal.any([deadline, AbortSignal.timeout(resolvingTakesAtMost)])
  const addresses = await Promise.race([resolve(host, signal).catch(() => []), whenAborted(signal)])
  if (addresses.length === 0) return unreachable(deadline.aborted ? 'timeout' : 'dns')
  if (!addresses.every(isPublicAddress)) return refused('not-public')
  return { kind: 'route', secure: true, host, port: 443, addresses }
}

/** The way to a server of our own that stands in for an outside one: on this machine, by number. */
export function standInRoute(base: string): Route | Refused {
  const url = URL.canParse(base) ? new URL(base) : null
  const address = url?.hostname.replace(/^\[|\]$/g, '') ?? ''
  if (!url || !isLoopback(address) || !/^https?:$/.test(url.protocol) || url.username || url.password) return refused('bad-address')
  const secure = url.protocol === 'https:'
  return { kind: 'route', secure, host: address, port: Number(url.port) || (secure ? 443 : 80), addresses: [address] }
}

/** Asks the configured name servers, without the machine's own list of hosts. */
export async function addressesOf(host: string, signal: AbortSignal): Promise<string[]> {
  const resolver = new Resolver({ timeout: 1_000, tries: 2 })
  const cancel = () => resolver.cancel()
  signal.addEventListener('abort', cancel, { once: true })
  const found = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  signal.removeEventListener('abort', cancel)
  return found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
}

function whenAborted(signal: AbortSignal): Promise<never[]> {
  return new Promise((done) => {
    if (signal.aborted) done([])
    else signal.addEventListener('abort', () => done([]), { once: true })
  })
}
