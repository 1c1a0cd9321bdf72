import { type Answer, ask, type Outcome } from '#lib/foundation/outbound.ts'
import type { PostCheckDetail } from '../post-checks/view.ts'
import type { PostPlatform } from '../post-url.ts'
import type { Oembed } from './network.ts'
import { heedRetryAfter, isPaused } from './pauses.ts'

/** Servers on this machine that stand in for networks, by the network's name. */
export type Bases = Readonly<Record<string, string>>

/** One conversation with the outside: all of it together ends at `until`, in milliseconds of performance.now(). */
export type Contact = Readonly<{ bases: Bases; until: number }>

/** A conversation that led nowhere, and why; `offline` when not even a name could be resolved. */
export type Failure = Readonly<{ kind: 'offline' | 'unreachable' | 'not-checkable'; detail: PostCheckDetail }>

const redirectsFollowed = 3

/** Asks a network's endpoint, along redirects that stay on the hosts it may answer from. */
export async function askEndpoint({ url, hosts }: Oembed, name: PostPlatform, contact: Contact): Promise<Answer | Failure> {
  let next = url
  for (let followed = 0; followed <= redirectsFollowed; followed += 1) {
    const answer = await askHost(next, { hosts, name, accept: 'application/json' }, contact)
    const location = answer.kind === 'answer' ? redirectOf(answer, next) : null
    if (answer.kind !== 'answer' || location === null) return answer
    if (!hosts.includes(location.hostname)) break
    next = location.href
  }
  return { kind: 'not-checkable', detail: 'redirect-refused' }
}

type Asking = Readonly<{ hosts: readonly string[]; name: PostPlatform; accept?: string }>

/** Asks one address once; not at all while its network wants to be left alone. */
export async function askHost(url: string, { hosts, name, accept = '*/*' }: Asking, contact: Contact): Promise<Answer | Failure> {
  const timeoutMs = contact.until - performance.now()
  if (timeoutMs <= 0) return { kind: 'unreachable', detail: 'timeout' }
  const standIn = contact.bases[name]
  // Mastodon is one network of many servers, and anybody can run one.
  const network = [name, ...(name === 'mastodon' ? [new URL(url).hostname] : []), standIn ?? ''].join(' ')
  if (isPaused(network)) return { kind: 'unreachable', detail: 'rate-limited' }
  const outcome = await ask({ url, allow: hosts, accept, timeoutMs, standIn })
  if (outcome.kind !== 'answer') return failureOf(outcome)
  heedRetryAfter(network, outcome)
  return outcome
}

function failureOf(outcome: Exclude<Outcome, Answer>): Failure {
  if (outcome.kind === 'refused') return { kind: 'not-checkable', detail: 'address-refused' }
  return { kind: outcome.why === 'dns' ? 'offline' : 'unreachable', detail: outcome.why }
}

/** Where an answer sends on, always read as https; null when it does not. */
export function redirectOf({ status, headers }: Answer, asked: string): URL | null {
  const isRedirect = [301, 302, 303, 307, 308].includes(status)
  if (!isRedirect || headers.location === null || !URL.canParse(headers.location, asked)) return null
  const url = new URL(headers.location, asked)
  if (url.protocol === 'http:') url.protocol = 'https:'
  return url
}
