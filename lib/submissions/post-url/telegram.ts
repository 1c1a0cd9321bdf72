import type { PostLink, PostLinkReason } from './outcome.ts'
import { type Address, capture, numericId, post, refuse, type Site } from './site.ts'

// The middle number is a topic of a group; the post is the last.
const message = /^\/(?:s\/)?([a-z]\w{3,31})\/(?:\d{1,12}\/)?(\d{1,12})(?!\w)/i

/** Public Telegram channels and groups. What needs an invitation cannot be read by anybody else and is refused. */
export const telegram: Site = {
  domains: ['t.me', 'telegram.me', 'telegram.dog', 'telegram.org'],
  // A channel may stand in front: durov.t.me/43.
  subdomains: /^[a-z][a-z\d]{2,31}$/,
  recognise: (address) => {
    if (address.domain === 'telegram.org') return 'telegram_not_a_post'
    const path = address.subdomain ? `/${address.subdomain}${address.path}` : address.path
    return messageIn(path) ?? other({ ...address, path })
  },
}

function messageIn(path: string): PostLink | null {
  const match = message.exec(path)
  const id = numericId(match?.[2] ?? null)
  if (!match?.[1] || !id) return null
  const name = `${match[1].toLowerCase()}/${id}`
  return post({ platform: 'telegram', key: `telegram:${name}`, canonical: `https://t.me/${name}` })
}

function other(address: Address): PostLinkReason {
  if (/^\/(?:c|joinchat)(?:\/|$)|^\/\+/i.test(address.path)) return 'telegram_private_channel'
  if (capture(address.path, /^\/\w{4,32}\/s\/(\d)/i)) return 'telegram_story_expires'
  return refuse(address, { profile: /^\/(?:s\/)?(?!share$|proxy$|login$)[a-z]\w{3,31}$/i, otherwise: 'telegram_not_a_post' })
}
