import { capture, numericId, post, refuse, type Site, short } from './site.ts'
import { tiktokTime } from './times.ts'

const videos = [
  /^\/@[^/]*\/(?:video|photo)\/(\d{1,20})(?!\w)/i,
  /^\/(?:v|embed|embed\/v2|player\/v1|share\/video|i18n\/share\/video)\/(\d{1,20})(?!\w)/i,
]

/** TikTok: videos, photo posts and every player address. */
export const tiktok: Site = {
  domains: ['tiktok.com', 'vxtiktok.com'],
  subdomains: /^(?:m|lite)$/,
  recognise: (address) => {
    const id = numericId(capture(address.path, ...videos))
    if (id) {
      const canonical = `https://www.tiktok.com/@/video/${id}`
      return post({ platform: 'tiktok', key: `tiktok:${id}`, canonical, postedAt: tiktokTime(id) })
    }
    const code = capture(address.path, /^\/t\/(\w{2,32})$/i)
    if (code) return short('tiktok', `tiktok-short:${code}`, `https://www.tiktok.com/t/${code}/`)
    return refuse(address, {
      home: /^\/(?:foryou|following|login)$/i,
      search: /^\/(?:search|tag|discover|explore|music|channel)(?:\/|$)/i,
      profile: /^\/@[^/]+$/,
      otherwise: 'tiktok_not_a_post',
    })
  },
}

/** TikTok's two short hosts. */
export const tiktokShort: Site = {
  domains: ['vm.tiktok.com', 'vt.tiktok.com'],
  recognise: ({ domain, path }) => {
    const code = capture(path, /^\/(\w{2,32})$/)
    return code ? short('tiktok', `tiktok-short:${code}`, `https://${domain}/${code}/`) : 'tiktok_not_a_post'
  },
}
