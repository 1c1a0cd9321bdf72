import { type PostLink, type PostPlatform, recognisePost } from '../post-url.ts'
import { askHost, type Contact, type Failure, redirectOf } from './contact.ts'
import { networks } from './index.ts'
import type { Reading } from './network.ts'

const redirectsFollowed = 3

const shortHosts = new Map<string, PostPlatform>(
  Object.values(networks).flatMap(({ name, shortHosts: hosts }) => hosts.map((host) => [host, name] as const)),
)

/** The post a short link leads to, from the addresses it is sent on to; no page is read. Asks the networks' own short hosts and no other. */
export async function followShortLink(
  short: PostLink,
  contact: Contact,
): Promise<Readonly<{ kind: 'post'; post: PostLink }> | Reading | Failure> {
  let url = short.canonical
  for (let followed = 0; followed <= redirectsFollowed; followed += 1) {
    const name = shortHosts.get(new URL(url).hostname)
    if (!name) return { kind: 'not-checkable', detail: 'short-link-elsewhere' }
    const answer = await askHost(url, { hosts: [...shortHosts.keys()], name }, contact)
    if (answer.kind !== 'answer') return answer
    if (answer.status === 404 || answer.status === 410) return { kind: 'not-found', detail: null }
    if (answer.status === 429) return { kind: 'unreachable', detail: 'rate-limited' }
    if (answer.status >= 500) return { kind: 'unreachable', detail: 'server-error' }
    const location = redirectOf(answer, url)
    if (!location) break
    const found = recognisePost(location.href)
    if (found.ok && !found.needsResolve) return { kind: 'post', post: found }
    url = found.ok ? found.canonical : location.href
  }
  return { kind: 'not-checkable', detail: 'short-link-unresolved' }
}
