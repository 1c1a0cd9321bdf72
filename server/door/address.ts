import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import { env } from '#lib/foundation/env.ts'
import { readProxies } from '#lib/foundation/proxies.ts'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'

let proxies: BlockList | undefined

function trusted(): BlockList {
  proxies ??= readProxies(env().TRUST_PROXY ?? '') ?? new BlockList()
  return proxies
}

const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/, '')
/** Some balancers name the port as well: 203.0.113.9:51234, [2001:db8::9]:443. */
const withoutPort = (hop: string) => /^(?:\[([0-9a-f:.]+)\]|([0-9.]+))(?::\d{1,5})?$/i.exec(hop)?.slice(1).find(Boolean) ?? hop
const isTrusted = (address: string) => isIP(address) !== 0 && trusted().check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

/**
 * The network of the person asking: the address of the nearest hop that is not a proxy we were told to believe. Of IPv6 the first half, which
 * is what one household or one rented machine is given: limits that counted whole addresses would be none there.
 */
export function clientOf(request: IncomingMessage): string {
  const hops = String(request.headers['x-forwarded-for'] ?? '').split(',')
  let client = plain(request.socket.remoteAddress ?? '')
  while (isTrusted(client) && hops.length) {
    const hop = plain(withoutPort((hops.pop() ?? '').trim()))
    if (!isIP(hop)) break
    client = hop
  }
  return isIP(client) === 6 ? firstHalf(client) : client
}

function firstHalf(address: string): string {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const groups = head.split(':').filter(Boolean)
  const rest = tail?.split(':').filter(Boolean) ?? []
  const between = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length)
  const all = [...groups, ...Array.from({ length: between }, () => '0'), ...rest]
  const half = all.slice(0, 4).map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
  return `${half.join(':')}::/64`
}

const hostName = /^(?:[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i
const withHost = /^https?:\/\/([^/?#]*)(.*)$/i

/**
 * Brings a request into the form the rest of the house knows: one host, and an address that begins with a slash. False when it names no host,
 * several, one that is none, or asks for the address of another one. Programs of HTTP/1.0 name none, and mean this site.
 */
export function settleHost(request: IncomingMessage): boolean {
  const { headers, rawHeaders } = request
  if (rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length > 1) return false
  if (headers.host === undefined && request.httpVersion === '1.0') headers.host = new URL(env().SITE_URL).host
  if (!hostName.test(headers.host ?? '')) return false
  const [, host, rest = ''] = withHost.exec(request.url ?? '') ?? []
  if (host === undefined) return true
  request.url = rest.startsWith('/') ? rest : `/${rest}`
  return host.toLowerCase() === headers.host?.toLowerCase()
}

const own = new Set(['_next', 'api', 'staff', 'fonts', 'art', 'films', 'media', 'modules', 'oembed'])

export type Route = Readonly<{
  /** What Next is asked for. */
  url: string
  /** The address without its language prefix. */
  path: string
  locale: string
  /** Where the same page lives, when this is not its address. */
  moved?: string
}>

/** Reads an address. English has no prefix outside and one inside; null when it cannot be decoded. */
export function routeOf(url: string): Route | null {
  const at = url.indexOf('?')
  const pathname = at < 0 ? url : url.slice(0, at)
  const query = at < 0 ? '' : url.slice(at)
  if (!pathname.startsWith('/') || pathname.includes('\\') || !decodable(pathname)) return null
  if (pathname.length > 2048 || query.length > 8192) return null
  const tidy = pathname.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '')
  const first = tidy.split('/', 2)[1] ?? ''
  const locale = localeOf(first)
  const rest = locale ? tidy.slice(first.length + 1) || '/' : tidy
  const outside = locale === defaultLocale ? rest : tidy
  if (outside !== pathname) return { url, path: rest + query, locale: locale ?? defaultLocale, moved: outside + query }
  const asIs = locale !== null || own.has(first) || /^\/[^/]+\.[a-z0-9]+$/i.test(tidy)
  return { url: asIs ? url : `/${defaultLocale}${tidy === '/' ? '' : tidy}${query}`, path: rest + query, locale: locale ?? defaultLocale }
}

function decodable(pathname: string): boolean {
  try {
    return !/\0|(^|\/)\.{1,2}(\/|$)/.test(decodeURIComponent(pathname))
  } catch {
    return false
  }
}
