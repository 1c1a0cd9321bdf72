import { linkIn, type WebLink, webLink } from './post-url/address.ts'
import { binanceSquare } from './post-url/binance-square.ts'
import { bluesky } from './post-url/bluesky.ts'
import { facebook, facebookShort } from './post-url/facebook.ts'
import { instagram, threads } from './post-url/instagram.ts'
import { linkedin, linkedinShort } from './post-url/linkedin.ts'
import { recogniseMastodon } from './post-url/mastodon.ts'
import type { PostLink, PostLinkReason, PostLinkRefusal } from './post-url/outcome.ts'
import { reddit } from './post-url/reddit.ts'
import { redirectTarget } from './post-url/redirects.ts'
import type { Site } from './post-url/site.ts'
import { telegram } from './post-url/telegram.ts'
import { tiktok, tiktokShort } from './post-url/tiktok.ts'
import { vk } from './post-url/vk.ts'
import { weibo } from './post-url/weibo.ts'
import { x, xShort } from './post-url/x.ts'
import { youtube } from './post-url/youtube.ts'

export {
  type PostKind,
  type PostLink,
  type PostLinkReason,
  type PostLinkRefusal,
  type PostPlatform,
  platformNames,
  postLinkReasons,
  postPlatforms,
} from './post-url/outcome.ts'

/** Longer input is refused before anything looks at it; in UTF-16 code units. */
export const postLinkMaxLength = 2048

const redirectsFollowed = 2

const sites = new Map<string, Site>(
  [
    ...[x, xShort, facebook, facebookShort, instagram, threads, tiktok, tiktokShort, youtube, telegram],
    ...[linkedin, linkedinShort, reddit, bluesky, binanceSquare, vk, weibo],
  ].flatMap((site) => site.domains.map((domain) => [domain, site] as const)),
)

const shorteners = new Set(['bit.ly', 'tinyurl.com', 'goo.gl', 'ow.ly', 'buff.ly', 'is.gd', 'cutt.ly', 'rb.gy', 't.cn', 'vk.cc', 'dlvr.it'])

/**
 * Which public post a link leads to, from its text alone: nothing is fetched. Every spelling of one post has one key.
 * Anything that is no link to a post is refused with a reason that the person can act on. Never throws.
 */
export function recognisePost(input: string): PostLink | PostLinkRefusal {
  const outcome = recognise(input)
  return typeof outcome === 'string' ? { ok: false, reason: outcome } : outcome
}

function recognise(input: string): PostLink | PostLinkReason {
  if (input.length > postLinkMaxLength) return 'too_long'
  const typed = linkIn(input)
  if ('reason' in typed) return typed.reason
  let link = webLink(typed.link)
  for (let followed = 0; typeof link !== 'string'; followed += 1) {
    const target = redirectTarget(link.url, link.host)
    if (!target) return postAt(link)
    if (followed === redirectsFollowed) return 'too_many_redirects'
    link = webLink(target)
  }
  return link
}

function postAt({ url, host }: WebLink): PostLink | PostLinkReason {
  if (shorteners.has(host)) return 'unknown_short_link'
  const path = decoded(url.pathname)
    .split('/')
    .filter(Boolean)
    .map((part) => `/${part}`)
    .join('')
  const address = { domain: host, subdomain: '', path, query: url.searchParams }
  const domain = platformDomain(host)
  const site = domain && sites.get(domain)
  if (!site) return recogniseMastodon(host, address)
  if (host === domain) return site.recognise(address)
  const subdomain = host.endsWith(`.${domain}`) ? host.slice(0, -domain.length - 1) : ''
  if (!subdomain || !site.subdomains?.test(subdomain)) return 'unknown_site'
  return site.recognise({ ...address, domain, subdomain })
}

/** The longest platform domain that stands anywhere in a host, so that neither `a.x.com` nor `x.com.example` passes for another server. */
function platformDomain(host: string): string | null {
  let longest: string | null = null
  for (const domain of sites.keys()) {
    if (`.${host}.`.includes(`.${domain}.`) && domain.length > (longest?.length ?? 0)) longest = domain
  }
  return longest
}

/** Only what stands for ASCII: ids are ASCII, and this way no broken sequence can throw. */
function decoded(path: string): string {
  return path.replace(/%[2-7][\da-f]/gi, decodeURIComponent)
}
