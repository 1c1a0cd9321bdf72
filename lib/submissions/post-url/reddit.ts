import { capture, post, refuse, type Site, short } from './site.ts'

const submissions = [
  /^\/(?:r|u|user)\/[^/]+\/comments\/([a-z\d]{1,10})(?![a-z\d])/i,
  /^\/(?:comments|gallery|tb)\/([a-z\d]{1,10})(?![a-z\d])/i,
]

/** Reddit, old, new and mobile; the id is a base 36 number, so its case does not matter. */
export const reddit: Site = {
  domains: ['reddit.com', 'redd.it', 'rxddit.com', 'vxreddit.com'],
  subdomains: /^(?:old|new|np|m|i|v|amp|sh|embed|[a-z]{2})$/,
  recognise: (address) => {
    const { domain, path, subdomain } = address
    const direct = domain === 'redd.it' && subdomain === '' ? capture(path, /^\/([a-z\d]{1,10})$/i) : null
    const id = (direct ?? capture(path, ...submissions))?.toLowerCase()
    if (id) return post({ platform: 'reddit', key: `reddit:t3_${id}`, canonical: `https://www.reddit.com/comments/${id}/` })
    const sharing = /^\/((?:r|u|user)\/[\w-]{1,32})\/s\/([a-z\d]{4,20})$/i.exec(path)
    if (sharing?.[2]) return short('reddit', `reddit-share:${sharing[2]}`, `https://www.reddit.com/${sharing[1]}/s/${sharing[2]}`)
    return refuse(address, {
      home: /^\/(?:best|hot|new|top|r\/all|r\/popular|login)$/i,
      search: /^\/(?:search|r\/[^/]+\/search)$/i,
      profile: /^\/(?:u|user)\/[^/]+(?:\/(?:submitted|comments|posts))?$/i,
      otherwise: 'reddit_not_a_post',
    })
  },
}
