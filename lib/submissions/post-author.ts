import { type PostPlatform, recognisePost } from './post-url.ts'

/** Where the address of a post names its account. */
const places: Readonly<Partial<Record<PostPlatform, RegExp>>> = {
  x: /^\/@?(?!i\/)(\w{1,15})\/status/i,
  tiktok: /^\/@([\w.]+)\/(?:video|photo)\//i,
  threads: /^\/@([\w.]+)\/post\//i,
  instagram: /^\/([\w.]+)\/(?:p|reel|reels|tv)\//i,
  facebook: /^\/([\w.]+)\/(?:posts|videos|photos)\//i,
  linkedin: /^\/posts\/([^/_]+)_/i,
  reddit: /^\/(?:user|u)\/([\w-]+)\/comments\//i,
  bluesky: /^\/profile\/([\w.:-]+)\/post\//i,
  telegram: /^\/(?:s\/)?(\w+)\/\d/i,
  vk: /wall(-?\d+)_/i,
  weibo: /^\/(\d{4,12})\//,
  mastodon: /^\/(?:web\/|deck\/)?(@[\w.-]+)\/\d/i,
}

/**
 * Whose account the link to a post names, as `platform:name`; null when it names none. A hint: some networks show a post under any name
 * that is put into its address.
 */
export function authorOf(postUrl: string): string | null {
  const post = recognisePost(postUrl)
  if (!post.ok) return null
  const place = places[post.platform]
  const name = place && [postUrl, post.canonical].map((address) => nameAt(address, place)).find(Boolean)
  if (!name) return null
  const server = post.platform === 'mastodon' ? `${new URL(post.canonical).hostname}/` : ''
  return `${post.platform}:${server}${name.toLowerCase()}`
}

function nameAt(address: string, place: RegExp): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : null
  return url ? place.exec(url.pathname)?.[1] : undefined
}
