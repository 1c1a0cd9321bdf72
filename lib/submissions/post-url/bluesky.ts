import { post, refuse, type Site } from './site.ts'
import { blueskyTime } from './times.ts'

const record =
  /^\/(?:profile|embed)\/(did:plc:[a-z\d]{24}|did:web:[a-z\d.-]{1,200}|[a-z\d.-]{3,253})\/(?:post|app\.bsky\.feed\.post)\/([a-z2-7]{13})(?!\w)/

/** Bluesky. A handle can move to another account, so only a key with the account's lasting id (did) is firm. */
export const bluesky: Site = {
  domains: ['bsky.app', 'fxbsky.app', 'bskx.app'],
  subdomains: /^embed$/,
  recognise: (address) => {
    const match = record.exec(address.path.toLowerCase())
    if (match?.[1] && match[2]) {
      const [, account, key] = match
      const canonical = `https://bsky.app/profile/${account}/post/${key}`
      const soft = !account.startsWith('did:')
      return post({ platform: 'bluesky', key: `bluesky:${account}/${key}`, canonical, postedAt: blueskyTime(key), soft })
    }
    return refuse(address, {
      search: /^\/(?:search|hashtag)(?:\/|$)/i,
      profile: /^\/profile\/[^/]+$/i,
      otherwise: 'bluesky_not_a_post',
    })
  },
}
