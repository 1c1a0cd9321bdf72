import type { Answer } from '#lib/foundation/outbound.ts'
import type { PostCheckDetail } from '../post-checks/view.ts'
import type { PostLink, PostPlatform } from '../post-url.ts'

/** What a network's answer says about a post. `words` are searched for the hashtag and then forgotten. */
export type Reading =
  | Readonly<{ kind: 'found'; words: string; title: string | null; author: string | null; partial: PostCheckDetail | null }>
  | Readonly<{ kind: 'not-found' | 'private' | 'unreachable' | 'not-checkable'; detail: PostCheckDetail | null }>

/** The public oEmbed address of one post, and every host that may answer for it. */
export type Oembed = Readonly<{ url: string; hosts: readonly string[] }>

type Answering = Readonly<{
  oembed: (post: PostLink) => Oembed
  read: (answer: Answer, post: PostLink) => Reading
}>
/** A network that cannot be asked, and why. */
type Silent = Readonly<{ silent: 'no-endpoint' | 'display-only' }>

/** One network, as the check of a post sees it. `shortHosts` are asked where a short link leads, and for nothing else. */
export type Network = Readonly<{ name: PostPlatform; shortHosts: readonly string[] }> & (Answering | Silent)

/** The address of an oEmbed endpoint for a post. */
export function oembedAddress(endpoint: string, post: string, more: Readonly<Record<string, string>> = {}): string {
  return `${endpoint}?${new URLSearchParams({ url: post, ...more })}`
}
