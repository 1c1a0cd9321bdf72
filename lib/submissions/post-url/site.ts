import type { PostKind, PostLink, PostLinkReason, PostPlatform } from './outcome.ts'

/** A checked web address. `path` is percent-decoded, has no doubled or final slash and starts with one unless it is empty. */
export type Address = { domain: string; subdomain: string; path: string; query: URLSearchParams }

/** One platform: the hosts that are it, and how an address on them becomes a post. */
export type Site = {
  domains: readonly string[]
  /** Subdomains that show the same posts. `www.` is gone before, everything else is refused. */
  subdomains?: RegExp
  recognise: (address: Address) => PostLink | PostLinkReason
}

type Found = { platform: PostPlatform; kind?: PostKind; key: string; canonical: string; postedAt?: string | null; soft?: boolean }

/** A post whose id is known. */
export function post({ platform, kind = 'post', key, canonical, postedAt, soft }: Found): PostLink {
  return { ok: true, platform, kind, key, canonical, ...(postedAt && { postedAt }), ...(soft && { soft: true }) }
}

/** A link whose post is known only after it has been followed. */
export function short(platform: PostPlatform, key: string, canonical: string): PostLink {
  return { ok: true, platform, kind: 'short', key, canonical, needsResolve: true }
}

/** What the first of the patterns captures, or null. */
export function capture(path: string, ...patterns: RegExp[]): string | null {
  for (const pattern of patterns) {
    const captured = pattern.exec(path)?.[1]
    if (captured) return captured
  }
  return null
}

/** A number without leading zeros, so that one post has one key; null for anything but 1 to 20 digits and for zero. */
export function numericId(text: string | null): string | null {
  if (!text || text.length > 20 || !/^\d+$/.test(text)) return null
  return text.replace(/^0+/, '') || null
}

type Pages = { home?: RegExp; search?: RegExp; profile?: RegExp; otherwise: PostLinkReason }

/** Which kind of page an address that is no post leads to, so that the answer can say so. */
export function refuse({ path }: Address, { home, search, profile, otherwise }: Pages): PostLinkReason {
  if (path === '' || home?.test(path)) return 'home_not_a_post'
  if (search?.test(path)) return 'search_not_a_post'
  if (profile?.test(path)) return 'profile_not_a_post'
  return otherwise
}
