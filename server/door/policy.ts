import type { ServerResponse } from 'node:http'

type Options = Readonly<{ https: boolean; dev: boolean; path: string; formActions: readonly string[] }>

/** Films may stand in a frame of any site; nothing else of ours may. */
const isFrame = (path: string) => /^\/stories\/[a-z0-9-]+\/embed$/.test(path)
/** What other sites may show: films in their players, pictures in their previews. */
const isForAll = (path: string) => /^\/(?:films|art|media)\//.test(path) || /^\/history\/[a-z0-9-]+\/picture$/.test(path) || isFrame(path)
/**
 * Pages that only show what everybody may read. A window that another site opened stays in reach of it there, so that a phone need not start a second process for
 * the page when its first byte is in (40 to 60 ms of the first picture); everywhere else it is cut off.
 */
const isReading = (path: string) => path === '/' || /^\/(?:stories|history|results|rules|privacy|accessibility)(?:\/|$)/.test(path)
/** A letter as it is laid out styles itself inside its markup, which no page of ours may: it stands alone, runs nothing and leads nowhere. */
const isLetter = (path: string) => /^\/staff\/mail\/[0-9a-f-]{36}\/as-seen$/.test(path)
const letterPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

function contentPolicy({ https, dev, path, formActions }: Options): string {
  return [
    "default-src 'none'",
    // The development server of Next needs inline scripts and eval; nothing else ever does.
    dev ? "script-src 'self' 'unsafe-inline' 'unsafe-eval'" : "script-src 'self'",
    "script-src-attr 'none'",
    dev ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    `form-action ${["'self'", ...formActions].join(' ')}`,
    "base-uri 'none'",
    `frame-ancestors ${isFrame(path) ? '*' : "'none'"}`,
    "object-src 'none'",
    ...(dev ? [] : ["require-trusted-types-for 'script'", "trusted-types 'none'"]),
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/** The headers every response carries, whatever it is. */
export function setPolicy(response: ServerResponse, options: Options): void {
  const secret = options.path.startsWith('/entry') || options.path.startsWith('/staff')
  const headers: Record<string, string> = {
    'content-security-policy': isLetter(options.path) ? letterPolicy : contentPolicy(options),
    'x-content-type-options': 'nosniff',
    ...(isFrame(options.path) ? {} : { 'x-frame-options': 'DENY' }),
    // Not no-referrer: it would make the Origin of our own forms null.
    'referrer-policy': secret ? 'same-origin' : 'strict-origin-when-cross-origin',
    ...(isReading(options.path) ? {} : { 'cross-origin-opener-policy': 'same-origin' }),
    'cross-origin-resource-policy': isForAll(options.path) ? 'cross-origin' : 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=(), payment=(), usb=()',
    ...(options.https ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains; preload' } : {}),
  }
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}

/** Lets the policy of an answer allow style sheets inside its page: those with these hashes and no other. */
export function allowStyles(response: ServerResponse, hashes: readonly string[]): void {
  const policy = String(response.getHeader('content-security-policy') ?? '')
  response.setHeader('content-security-policy', policy.replace("style-src 'self'", ["style-src 'self'", ...hashes].join(' ')))
}

/** How long a page may be kept by the browser: never when it holds somebody's words, otherwise only to be asked for again. */
export function cacheFor(path: string): string {
  if (/^\/(entry|staff|api)(\/|$)/.test(path)) return 'private, no-store'
  if (/^\/share(\/|$)/.test(path)) return 'private, no-cache'
  return 'private, no-cache'
}
