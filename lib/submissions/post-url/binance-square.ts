import { capture, numericId, post, refuse, type Site, short } from './site.ts'

// What stands before the number is a date or a headline and may be missing.
const square = /^\/(?:[a-z]{2}(?:-[a-z]{2,4})?\/)?(?:square|feed)\/post\/(?:[^/]*-)?(\d{4,20})(?![\w-])/i

/** Binance Square on the main and the regional hosts, in any interface language, and as the app shares it. */
export const binanceSquare: Site = {
  domains: ['binance.com', 'binance.bh', 'binance.info', 'binance.kz', 'binance.th', 'binance.tr', 'binance.us'],
  subdomains: /^(?:m|app|s)$/,
  recognise: (address) => {
    const inApp = address.subdomain === 'app' ? capture(address.path, /^\/uni-qr\/(?:cpos|cart|cvid)\/(\d{4,20})(?!\w)/i) : null
    const id = numericId(inApp ?? capture(address.path, square))
    if (id) return post({ platform: 'binance-square', key: `binance:${id}`, canonical: `https://www.binance.com/square/post/${id}` })
    const code = address.subdomain === 's' ? capture(address.path, /^\/([\w-]{2,32})$/) : null
    if (code) return short('binance-square', `binance-short:${code}`, `https://s.binance.com/${code}`)
    return refuse(address, {
      home: /^\/(?:[a-z]{2}(?:-[a-z]{2,4})?\/?)?(?:square|feed)?$/i,
      search: /^\/(?:[a-z]{2}(?:-[a-z]{2,4})?\/)?square\/(?:hashtag|search)(?:\/|$)/i,
      profile: /^\/(?:[a-z]{2}(?:-[a-z]{2,4})?\/)?(?:square|feed)\/profile(?:\/|$)/i,
      otherwise: 'binance_square_not_a_post',
    })
  },
}
