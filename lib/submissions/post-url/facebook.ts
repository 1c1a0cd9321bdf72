import type { PostKind, PostLink } from './outcome.ts'
import { type Address, capture, numericId, post, refuse, type Site, short } from './site.ts'

const posts = [
  /^\/[^/]+\/posts\/(?:[^/]+\/)?(pfbid[a-z\d]{2,120}|\d{1,20})(?!\w)/i,
  /^\/groups\/[^/]+\/(?:posts|permalink)\/(pfbid[a-z\d]{2,120}|\d{1,20})(?!\w)/i,
  /^\/[^/]+\/photos\/(?:[^/]+\/)?(pfbid[a-z\d]{2,120}|\d{1,20})(?!\w)/i,
  /^\/(pfbid[a-z\d]{2,120})(?!\w)/i,
]
const videos = [/^\/reels?\/(\d{1,20})(?!\w)/i, /^\/[^/]+\/(?:videos|reels?)\/(?:[^/]+\/)?(\d{1,20})(?!\w)/i]

/** Facebook in all its mobile and local hosts. A `pfbid` changes from view to view, so its key is soft. */
export const facebook: Site = {
  domains: ['facebook.com', 'fb.com'],
  subdomains: /^(?:m|web|mbasic|touch|mobile|free|business|[a-z]{2}-[a-z]{2})$/,
  recognise: (address) => {
    const { path } = address
    return shared(path) ?? facebookPost('video', videoId(address)) ?? facebookPost('post', postId(address)) ?? other(address)
  },
}

/** Facebook's short hosts: one leads to a video, the other may lead anywhere on Facebook. */
export const facebookShort: Site = {
  domains: ['fb.watch', 'fb.me'],
  recognise: ({ domain, path }) => {
    const code = domain === 'fb.watch' ? capture(path, /^\/(?:v\/)?([\w-]{2,64})$/i) : null
    return code ? short('facebook', `facebook-share:${code}`, `https://fb.watch/${code}/`) : 'facebook_not_a_post'
  },
}

function shared(path: string): PostLink | null {
  const match = /^\/share\/(?:([prv])\/)?([\w-]{2,64})$/i.exec(path)
  if (!match?.[2]) return null
  const kind = match[1] ? `${match[1].toLowerCase()}/` : ''
  return short('facebook', `facebook-share:${match[2]}`, `https://www.facebook.com/share/${kind}${match[2]}/`)
}

function videoId({ path, query }: Address): string | null {
  const inQuery = /^\/(?:watch(?:\/live)?|video\.php)$/i.test(path) ? query.get('v') : null
  return capture(path, ...videos) ?? inQuery
}

function postId({ path, query }: Address): string | null {
  const inPath = capture(path, ...posts)
  if (inPath) return inPath
  if (/^\/(?:permalink|story)\.php$/i.test(path)) return query.get('story_fbid')
  if (/^\/photos?(?:\.php)?$/i.test(path)) return query.get('fbid')
  if (/^\/groups\/[^/]+$/i.test(path)) return query.get('multi_permalinks')?.split(',')[0] ?? null
  return null
}

function facebookPost(kind: PostKind, id: string | null): PostLink | null {
  const soft = id !== null && /^pfbid[a-z\d]{2,120}$/i.test(id)
  const known = soft ? `pfbid${id.slice('pfbid'.length)}` : numericId(id)
  if (!known) return null
  return post({ platform: 'facebook', kind, key: `facebook:${known}`, canonical: `https://www.facebook.com/${known}`, soft })
}

function other(address: Address) {
  if (/^\/stories(?:\/|$)/i.test(address.path)) return 'facebook_story_expires'
  return refuse(address, {
    home: /^\/(?:home\.php|login|login\.php)$/i,
    search: /^\/(?:search|hashtag)(?:\/|$)/i,
    profile:
      /^\/(?:profile\.php|people\/[^/]+\/\d+|pages\/.+|(?!(?:watch|groups|events|marketplace|reels?|gaming|share|photos?|\w+\.php)(?:\/|$))[^/]+(?:\/(?:about|posts|photos|videos|reels))?)$/i,
    otherwise: 'facebook_not_a_post',
  })
}
