import type { PostLink, PostLinkReason } from './outcome.ts'
import { type Address, capture, numericId, post, refuse } from './site.ts'
import { mastodonTime } from './times.ts'

const status =
  /^\/(?:web\/|deck\/)?(?:@([\w.-]{1,64})(?:@([\w.-]{1,253}))?\/|users\/([\w.-]{1,64})\/statuses\/|statuses\/)(\d{8,20})(?!\w)/i

// Sites where /@name is a profile of something else.
const otherSites = new Set(['medium.com', 'substack.com', 'snapchat.com', 'odysee.com', 'steemit.com', 'hive.blog', 'kwai.com'])
const wellKnown = /^(?:(?:mastodon|mstdn|masto)\..+|fosstodon\.org|hachyderm\.io|infosec\.exchange|mas\.to|techhub\.social|c\.im)$/

/**
 * A post on a Mastodon server, which may be any public host: its key is soft, for two servers can show one post.
 * A server's copy of somebody else's post is refused with the advice to copy the original.
 */
export function recogniseMastodon(host: string, address: Address): PostLink | PostLinkReason {
  if (otherSites.has(host)) return 'unknown_site'
  const match = status.exec(address.path)
  const id = numericId(match?.[4] ?? null)
  if (!match || !id) return other(host, address)
  if (match[2] && match[2].toLowerCase() !== host) return 'mastodon_remote_view'
  const user = match[1] ?? match[3]
  const canonical = `https://${host}/${user ? `@${user}` : 'statuses'}/${id}`
  return post({ platform: 'mastodon', key: `mastodon:${host}/${id}`, canonical, postedAt: mastodonTime(id), soft: true })
}

function other(host: string, address: Address): PostLinkReason {
  if (capture(address.path, /^\/(?:web\/|deck\/)?(@[\w.@-]+|users\/[\w.-]+)$/i)) return 'profile_not_a_post'
  if (!wellKnown.test(host)) return 'unknown_site'
  return refuse(address, {
    home: /^\/(?:home|public)(?:\/|$)/i,
    search: /^\/(?:tags|explore|search)(?:\/|$)/i,
    otherwise: 'mastodon_not_a_post',
  })
}
