import { type Address, capture, post, refuse, type Site } from './site.ts'

/** YouTube: a video has one id, whether it is watched, live, short or embedded. */
export const youtube: Site = {
  domains: ['youtube.com', 'youtube-nocookie.com', 'youtu.be'],
  subdomains: /^(?:m|music|gaming)$/,
  recognise: (address) => {
    const brief = capture(address.path, /^\/shorts\/([\w-]{11})(?![\w-])/i)
    const id = brief ?? videoId(address)
    if (!id) return refuse(address, { search: /^\/(?:results|hashtag)(?:\/|$)/i, otherwise: 'youtube_not_a_video' })
    const canonical = `https://www.youtube.com/watch?v=${id}`
    return post({ platform: 'youtube', kind: brief ? 'short-video' : 'video', key: `youtube:${id}`, canonical })
  },
}

function videoId({ domain, path, query }: Address): string | null {
  if (domain === 'youtu.be') return capture(path, /^\/([\w-]{11})(?![\w-])/)
  // A second "?" instead of "&" is a common slip when a share suffix is added by hand.
  if (/^(?:\/watch)?$/i.test(path)) return capture(query.get('v') ?? '', /^([\w-]{11})(?![\w-])/)
  return capture(path, /^\/(?:live|embed|v|e|watch)\/([\w-]{11})(?![\w-])/i)
}
