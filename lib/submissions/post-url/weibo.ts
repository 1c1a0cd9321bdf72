import { type Address, capture, post, refuse, type Site } from './site.ts'

const base62 = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Weibo: the short form of an id and its number are one post. */
export const weibo: Site = {
  domains: ['weibo.com', 'weibo.cn'],
  subdomains: /^(?:m|s|video|card)$/,
  recognise: (address) => {
    const found = capture(address.path, /^\/(?:status|detail|\d{4,12})\/([a-z\d]{7,20})(?!\w)/i)
    const id = found && (/^\d{15,20}$/.test(found) ? found : numberOf(found))
    if (id) return post({ platform: 'weibo', key: `weibo:${id}`, canonical: `https://m.weibo.cn/detail/${id}` })
    return other(address)
  },
}

/** Four base 62 digits, counted from the right, stand for seven decimal digits. */
function numberOf(short: string): string | null {
  if (short.length > 12) return null
  let number = ''
  for (let end = short.length; end > 0; end -= 4) {
    let block = 0
    for (const digit of short.slice(Math.max(0, end - 4), end)) block = block * 62 + base62.indexOf(digit)
    if (block >= 10_000_000) return null
    number = String(block).padStart(7, '0') + number
  }
  const id = number.replace(/^0+/, '')
  return id.length >= 15 ? id : null
}

function other(address: Address) {
  if (address.subdomain === 's') return 'search_not_a_post'
  return refuse(address, {
    home: /^\/(?:home|hot|login\.php|newlogin)(?:\/|$)/i,
    search: /^\/(?:k|search|p\/searchall)(?:\/|$)/i,
    profile: /^\/(?:(?:u|n|p|profile)\/[^/]+|\d{4,12})(?:\/(?:home|profile))?$/i,
    otherwise: 'weibo_not_a_post',
  })
}
