import type { Locale } from '#lib/i18n/locales.ts'
import { citationDateLabel } from './dates.ts'
import type { SourceView } from './views.ts'

type Citation = Readonly<{ id: string; title: string; publisher: string; url: string | null; dateText: string | null; publicLink: boolean }>

const trackers = /^(ref|ref_.*|referr(al|er)|utm_.*|guce_.*|guccounter|fbclid|gclid|igshid|mc_[ce]id|sh)$/i
const trackingFragments = /^(:~:|xtor|utm_|ref=)/i
const neverLinked = ['weixuanerp.com']

/** The address without anything that follows or rewards the reader who opens it. Null for what is no web address, or a copy that must not be linked. */
export function cleanUrl(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (!/^https?:$/.test(url.protocol) || neverLinked.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))) return null
  for (const name of [...url.searchParams.keys()]) if (trackers.test(name)) url.searchParams.delete(name)
  if (trackingFragments.test(url.hash.slice(1))) url.hash = ''
  url.username = ''
  url.password = ''
  return url.toString()
}

/** What a reader is told of the sources: the public ones only, each once, with a clean address or none. */
export function publicSources(locale: Locale, citations: readonly Citation[]): SourceView[] {
  return citations
    .filter((citation) => citation.publicLink)
    .map((citation) => ({
      id: citation.id,
      title: citation.title,
      titleLang: /\p{Script=Han}/u.test(citation.title) ? 'zh' : 'en',
      publisher: citation.publisher,
      date: citationDateLabel(locale, citation.dateText),
      url: citation.url === null ? null : cleanUrl(citation.url),
    }))
}
