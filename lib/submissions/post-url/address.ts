import type { PostLinkReason } from './outcome.ts'

/** A link that may be looked at: https or http, a public host name without `www.` and final dot. */
export type WebLink = { url: URL; host: string }

const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
const separators = /[\s\p{Cc}<>"“”„«»‹›「」『』【】《》〈〉（）＜＞]+/u
const opening = new Set("([{'`‘’‚*|")
const closing = new Set(")]}'`‘’*|.,;:!?…。，、！？؛،")

/** The one link in what was typed or pasted, without invisible characters, brackets, quotes and words around it; or why there is none. */
export function linkIn(input: string): { link: string } | { reason: PostLinkReason } {
  const pieces = input.replace(invisible, '').replaceAll('&amp;', '&').split(separators).map(bare).filter(Boolean)
  const [first] = pieces
  if (!first) return { reason: 'empty' }
  if (pieces.length === 1) return { link: first }
  const links = [...new Set(pieces.filter((piece) => piece.includes('://')))]
  if (links.length > 1) return { reason: 'more_than_one_link' }
  const [link = pieces.find((piece) => /^[^./@]+\.[^/@]+\/./.test(piece))] = links
  return link ? { link } : { reason: 'not_a_url' }
}

function bare(piece: string): string {
  const markdown = piece.lastIndexOf('](')
  const start = markdown < 0 ? piece : piece.slice(markdown + 2)
  // Chinese and Japanese put no space between words and a link.
  const glued = /^[^!-~]+(?=https?:\/\/)/i.exec(start)?.[0].length ?? 0
  return trimmed(start.slice(glued))
}

function trimmed(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && opening.has(text.charAt(start))) start += 1
  while (end > start && closing.has(text.charAt(end - 1)) && !closesPair(text.slice(start, end))) end -= 1
  return text.slice(start, end)
}

/** Whether the last character is the other half of a bracket inside, as in an address by number, `http://[::1]`. */
function closesPair(text: string): boolean {
  const opener = { ')': '(', ']': '[', '}': '{' }[text.slice(-1)]
  return opener !== undefined && text.includes(opener)
}

/** Reads a link and refuses other schemes, credentials, ports, addresses by number and names that are not public. */
export function webLink(link: string): WebLink | PostLinkReason {
  const text = withScheme(link)
  if (!text) return 'bad_scheme'
  if (!URL.canParse(text)) return 'not_a_url'
  const url = new URL(text)
  if (url.username || url.password) return 'has_credentials'
  if (url.port) return 'has_port'
  const host = url.hostname.replace(/\.$/, '').replace(/^www\./, '')
  if (isPublicName(host)) return { url, host }
  const meantAsAddress = /^https?:/i.test(link) || link.includes('.') || localNames.has(host)
  return meantAsAddress ? 'not_public_host' : 'not_a_url'
}

function withScheme(link: string): string | null {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(link)?.[1]?.toLowerCase()
  if (scheme === 'https' || scheme === 'http') return link
  if (scheme === 'tg') return telegramLink(link)
  if (scheme === 'at') return blueskyLink(link)
  const hostAndPort = /^[^/?#]+:\d{1,5}(?:[/?#]|$)/.test(link)
  if (scheme && !hostAndPort && (!scheme.includes('.') || /^[^:]+:\/\//.test(link))) return null
  return `https://${link.replace(/^\/\//, '')}`
}

function telegramLink(link: string): string | null {
  const match = /^tg:(?:\/\/)?(resolve|privatepost)\/?\?([^#]*)/i.exec(link)
  if (!match) return null
  const query = new URLSearchParams(match[2])
  const priv = match[1]?.toLowerCase() === 'privatepost'
  const path = priv ? ['c', query.get('channel'), query.get('post')] : [query.get('domain'), query.get('post')]
  return `https://t.me/${path.map((part) => encodeURIComponent(part ?? '')).join('/')}`
}

function blueskyLink(link: string): string | null {
  const match = /^at:\/\/([\w.:-]{1,300})(?:\/app\.bsky\.feed\.post\/(\w{1,40}))?\/?$/i.exec(link)
  if (!match) return null
  return `https://bsky.app/profile/${match[1]}${match[2] ? `/post/${match[2]}` : ''}`
}

const localNames = new Set([
  ...['localhost', 'local', 'localdomain', 'internal', 'intranet', 'lan', 'home', 'corp', 'private'],
  ...['test', 'invalid', 'onion', 'arpa'],
])

function isPublicName(host: string): boolean {
  const labels = host.split('.')
  const top = labels.at(-1) ?? ''
  if (host.length > 253 || labels.length < 2 || localNames.has(top)) return false
  if (!/^(?:[a-z]{2,63}|xn--[a-z\d-]{1,59})$/.test(top)) return false
  return labels.every((label) => label.length <= 63 && /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/.test(label))
}
