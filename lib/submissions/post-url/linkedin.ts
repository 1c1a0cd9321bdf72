import { type Address, capture, numericId, post, refuse, type Site, short } from './site.ts'
import { linkedinTime } from './times.ts'

const urnTypes = { activity: 'activity', share: 'share', ugcpost: 'ugcPost' } as const
const urn = /urn:li:(activity|share|ugcpost):(\d{15,20})(?!\d)/i

/** LinkedIn. One post has an activity id and a share id that differ, so share ids are soft. */
export const linkedin: Site = {
  domains: ['linkedin.com'],
  subdomains: /^(?:[a-z]{2}|m|mobile|touch)$/,
  recognise: (address) => {
    const match = idOf(address)
    const id = numericId(match?.[2] ?? null)
    const type = urnTypes[match?.[1]?.toLowerCase() as keyof typeof urnTypes]
    if (!id || !type) return other(address)
    const canonical = `https://www.linkedin.com/feed/update/urn:li:${type}:${id}/`
    return post({ platform: 'linkedin', key: `linkedin:${id}`, canonical, postedAt: linkedinTime(id), soft: type !== 'activity' })
  },
}

/** LinkedIn's own link shortener. */
export const linkedinShort: Site = {
  domains: ['lnkd.in'],
  recognise: ({ path }) => {
    const code = capture(path, /^\/((?:p\/)?[\w-]{2,32})$/)
    return code ? short('linkedin', `lnkd:${code}`, `https://lnkd.in/${code}`) : 'linkedin_not_a_post'
  },
}

function idOf({ path, query }: Address): RegExpExecArray | null {
  if (/^\/posts\//i.test(path)) return /^.*[-_/](activity|share|ugcpost)-(\d{15,20})(?!\d)/i.exec(path)
  if (/^\/(?:embed\/)?feed\/update\//i.test(path)) return urn.exec(path)
  return urn.exec(query.get('highlightedUpdateUrn') ?? '')
}

function other(address: Address) {
  return refuse(address, {
    home: /^\/(?:feed|login|authwall)$/i,
    search: /^\/(?:search|feed\/hashtag)(?:\/|$)/i,
    profile: /^\/(?:in|company|school|showcase|pub)\//i,
    otherwise: 'linkedin_not_a_post',
  })
}
