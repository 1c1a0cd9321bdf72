import { type Address, capture, post, refuse, type Site, short } from './site.ts'
import { instagramTime, threadsTime } from './times.ts'

// A link to a private account's post carries 28 more characters, which open it for followers.
const privateSuffixLength = 28

/** Instagram: a post, a reel and a video share one code, whichever word stands in the path. */
export const instagram: Site = {
  domains: ['instagram.com', 'instagr.am', 'ddinstagram.com'],
  subdomains: /^m$/,
  recognise: (address) => {
    const sharing = /^\/share\/(?:(p|reel)\/)?([\w-]{2,64})$/i.exec(address.path)
    if (sharing?.[2]) {
      const kind = sharing[1] ? `${sharing[1].toLowerCase()}/` : ''
      return short('instagram', `instagram-share:${sharing[2]}`, `https://www.instagram.com/share/${kind}${sharing[2]}`)
    }
    const found = capture(address.path, /^\/(?:[^/]+\/)?(?:p|reel|reels|tv)\/(?!audio\/)([\w-]{5,64})(?![\w-])/i)
    if (!found) return otherInstagram(address)
    const code = found.length > privateSuffixLength ? found.slice(0, -privateSuffixLength) : found
    const canonical = `https://www.instagram.com/p/${code}/`
    return post({ platform: 'instagram', key: `instagram:${code}`, canonical, postedAt: instagramTime(code) })
  },
}

function otherInstagram(address: Address) {
  if (/^\/(?:stories|s)\/(?!highlights|aGlnaGxpZ2h0)/i.test(address.path)) return 'instagram_story_expires'
  return refuse(address, {
    home: /^\/(?:reels|accounts\/login)$/i,
    search: /^\/explore(?:\/|$)/i,
    profile: /^\/(?!(?:stories|direct|accounts|share|p|s|reel|tv)(?:\/|$))[\w.]{1,30}(?:\/(?:reels|tagged|channel))?$/i,
    otherwise: 'instagram_not_a_post',
  })
}

/** Threads, at its present and its first address. */
export const threads: Site = {
  domains: ['threads.com', 'threads.net'],
  recognise: (address) => {
    const code = capture(address.path, /^\/(?:@[^/]*\/post|t)\/([\w-]{5,64})(?![\w-])/i)
    if (code) {
      const canonical = `https://www.threads.com/t/${code}`
      return post({ platform: 'threads', key: `threads:${code}`, canonical, postedAt: threadsTime(code) })
    }
    return refuse(address, {
      home: /^\/(?:login|for_you|following)$/i,
      search: /^\/(?:search|tag)(?:\/|$)/i,
      profile: /^\/@[^/]+(?:\/(?:replies|media|reposts))?$/i,
      otherwise: 'threads_not_a_post',
    })
  },
}
