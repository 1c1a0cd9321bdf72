import { isIP } from 'node:net'
import { env } from './env.ts'
import { exchange } from './outbound/exchange.ts'
import { type Outcome, refused } from './outbound/outcome.ts'
import { addressesOf, publicRoute, type Resolve, standInRoute } from './outbound/route.ts'

export type { Answer, AnswerHeaders, Outcome, Refused, Unreachable, UnreachableReason } from './outbound/outcome.ts'

const bytesAtMost = 256 * 1024
const takesAtMost = 5_000
const addressAtMost = 4_096

export type Question = Readonly<{
  /** An https address on the usual port, without a name or password in it. */
  url: string
  /** Host names, written in full, that may be asked. */
  allow: readonly string[]
  accept?: string
  /** Of the body, before anything is decoded. */
  maxBytes?: number
  /** For everything together, from the name to the last byte. */
  timeoutMs?: number
  /** A server on this machine that is asked instead, such as http://127.0.0.1:4000; host name and certificate stay those of `url`. */
  standIn?: string | undefined
}>

/**
 * Asks one outside address, the only way there is to do so. Goes to allowed hosts on public addresses alone, to the very address that was
 * checked, follows no redirect (the answer says where it leads) and unpacks nothing. Never throws: every end has a name.
 */
export async function ask(question: Question, resolve: Resolve = addressesOf): Promise<Outcome> {
  const { allow, accept = '*/*', maxBytes = bytesAtMost, timeoutMs = takesAtMost, standIn } = question
  const url = readAddress(question.url)
  if (!url) return refused('bad-address')
  if (!allow.includes(url.hostname)) return refused('not-allowed')
  const signal = AbortSignal.timeout(Math.max(0, Math.ceil(timeoutMs)))
  const route = standIn === undefined ? await publicRoute(url.hostname, resolve, signal) : standInRoute(standIn)
  if (route.kind !== 'route') return route
  const headers = { accept, 'user-agent': `HumansOfBinance (+${env().SITE_URL})` }
  return exchange({ url, route, headers, maxBytes, signal })
}

function readAddress(address: string): URL | null {
  if (address.length > addressAtMost || !URL.canParse(address)) return null
  const url = new URL(address)
  const byNumber = isIP(url.hostname) !== 0 || url.hostname.startsWith('[')
  return url.protocol !== 'https:' || url.username || url.password || url.port || byNumber ? null : url
}
