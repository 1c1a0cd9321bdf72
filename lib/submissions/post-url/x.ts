import { capture, numericId, post, refuse, type Site, short } from './site.ts'
import { xTime } from './times.ts'

const status = /^\/(?:i\/web\/|[^/]+\/)?(?:status|statuses|article)\/(\d{1,20})(?!\w)/i

/** X, its older name, and the mirrors people use so that a post unfolds in chats. */
export const x: Site = {
  domains: ['x.com', 'twitter.com', 'fxtwitter.com', 'vxtwitter.com', 'fixupx.com', 'fixvx.com'],
  subdomains: /^(?:m|mobile|platform|d|c)$/,
  recognise: (address) => {
    const embedded = /^\/embed\/tweet\.html$/i.test(address.path) ? address.query.get('id') : null
    const id = numericId(capture(address.path, status) ?? embedded)
    if (id) return post({ platform: 'x', key: `x:${id}`, canonical: `https://x.com/i/status/${id}`, postedAt: xTime(id) })
    return refuse(address, {
      home: /^\/(?:home|login|i\/flow\/\w+)$/i,
      search: /^\/(?:search|explore|hashtag)(?:\/|$)/i,
      profile:
        /^\/(?!(?:i|settings|messages|notifications|compose|intent)(?:\/|$))@?\w{1,15}(?:\/(?:with_replies|media|likes|highlights|articles))?$/i,
      otherwise: 'x_not_a_post',
    })
  },
}

/** X's own link shortener. */
export const xShort: Site = {
  domains: ['t.co'],
  recognise: ({ path }) => {
    const code = capture(path, /^\/(\w{2,32})$/)
    return code ? short('x', `tco:${code}`, `https://t.co/${code}`) : 'x_not_a_post'
  },
}
