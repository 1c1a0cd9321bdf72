import type { PostCheckDetail, PostCheckOutcome } from '../post-checks/view.ts'
import type { PostLink } from '../post-url.ts'
import { lastingPost } from './bluesky-account.ts'
import { askEndpoint, type Bases, type Contact, type Failure } from './contact.ts'
import { hasHashtag } from './hashtag.ts'
import { networks } from './index.ts'
import type { Reading } from './network.ts'
import { followShortLink } from './short-links.ts'

/** For one whole check: the short link, the endpoint and every redirect. In milliseconds. */
const takesAtMost = 5_000

/** What a check of a post ended with. Title and author are plain text of others; `resolved` is the post behind a short link, or behind a name. */
export type PostCheck = Readonly<{
  outcome: PostCheckOutcome
  detail: PostCheckDetail | null
  title: string | null
  author: string | null
  resolved: PostLink | null
}>

type Checking = Readonly<{ hashtag: string; bases?: Bases; timeoutMs?: number }>

/**
 * Asks the network of a post whether it is there and carries the hashtag. Contacts the endpoint of that network and, for a short link, the
 * hosts that say where it leads; nothing that an answer mentions is fetched. Never throws: every end is an outcome.
 */
export async function checkPost(post: PostLink, { hashtag, bases = {}, timeoutMs = takesAtMost }: Checking): Promise<PostCheck> {
  const contact = { bases, until: performance.now() + timeoutMs }
  if (!post.needsResolve) {
    const lasting = post.platform === 'bluesky' ? lastingPost(post, contact) : null
    const [reading, resolved] = await Promise.all([readPost(post, contact), lasting])
    return outcomeOf(reading, { hashtag, resolved })
  }
  const followed = await followShortLink(post, contact)
  if (followed.kind !== 'post') return outcomeOf(followed, { hashtag, resolved: null })
  return outcomeOf(await readResolved(followed.post, contact), { hashtag, resolved: followed.post })
}

/** A server of somebody's own is asked when a person gave its address, not when another server did. */
function readResolved(post: PostLink, contact: Contact): Promise<Reading | Failure> | Reading {
  return post.platform === 'mastodon' ? { kind: 'not-checkable', detail: 'own-server' } : readPost(post, contact)
}

async function readPost(post: PostLink, contact: Contact): Promise<Reading | Failure> {
  const network = networks[post.platform]
  if ('silent' in network) return { kind: 'not-checkable', detail: network.silent }
  const answer = await askEndpoint(network.oembed(post), network.name, contact)
  return answer.kind === 'answer' ? network.read(answer, post) : answer
}

type Context = Readonly<{ hashtag: string; resolved: PostLink | null }>

function outcomeOf(reading: Reading | Failure, { hashtag, resolved }: Context): PostCheck {
  if (reading.kind !== 'found') {
    const outcome = reading.kind === 'offline' ? 'not-checkable-yet' : reading.kind
    return { outcome, detail: reading.detail, title: null, author: null, resolved }
  }
  const { words, title, author, partial } = reading
  const tagged = hasHashtag(words, hashtag)
  return { outcome: tagged ? 'found-with-hashtag' : 'found-without-hashtag', detail: tagged ? null : partial, title, author, resolved }
}
