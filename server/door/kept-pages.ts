import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { clockOffset } from '#lib/foundation/clock.ts'
import type { Route } from './address.ts'
import { encode } from './compress.ts'
import { isListening, nextTurn } from './content-changes.ts'

/** A public page as it left the house, with the moment from which it may say something else. */
type Kept = Readonly<{ headers: OutgoingHttpHeaders; tag: string; body: Buffer; until: number; coded: Map<string, Buffer> }>

/** The longest a page is kept without asking anew, in milliseconds; shorter while announcements of changes cannot reach us. */
const longest = 60_000
const unheard = 2_000
const most = 500

/** Pages that say the same to everybody: they depend on their address, the chosen theme, the clock and the published content. */
const forEverybody = /^\/(?:(?:stories|history(?!\/report))(?:\/[a-z0-9/-]+)?|rules|privacy|accessibility|results)?$/
const theme = /(?:^|;\s*)hob-theme=(light|dark)(?:;|$)/

const pages = new Map<string, Kept>()
let changes = 0

/** The name a page is kept under, and what had changed when its making began. */
export type PageKey = Readonly<{ name: string; changes: number }>

/** The key of this page, or null when it is made for one person. */
export function keyOf(request: IncomingMessage, route: Route): PageKey | null {
  const [path = '', query = ''] = route.path.split('?', 2)
  if (!forEverybody.test(path) || query.length > 80 || path.includes('/tracks/')) return null
  return { name: `${theme.exec(request.headers.cookie ?? '')?.[1] ?? ''} ${route.locale} ${route.path}`, changes }
}

/** Forgets every page: something they show has changed. */
export function forgetPages(): void {
  changes += 1
  pages.clear()
}

/** Keeps a finished page until the content changes, the clock reaches its next turn, or a minute has passed. Not kept: a page whose content changed while it was made. */
export async function keepPage(key: PageKey, response: ServerResponse, tag: string, body: Buffer): Promise<void> {
  const { 'content-encoding': _, 'content-length': __, ...headers } = response.getHeaders()
  const turn = await nextTurn()
  const until = Math.min(Date.now() + longest, turn === null ? Number.POSITIVE_INFINITY : turn.getTime() - clockOffset())
  if (key.changes !== changes) return
  pages.set(key.name, { headers, tag, body, until, coded: new Map() })
  if (pages.size > most) pages.delete(pages.keys().next().value ?? '')
}

function isFresh(kept: Kept): boolean {
  const limit = isListening() ? kept.until : Math.min(kept.until, kept.until - longest + unheard)
  return Date.now() < limit
}

/** The page as it was last made, however old: for when it cannot be made at all. */
export function lastKept(key: PageKey): string | null {
  return pages.get(key.name)?.body.toString('utf8') ?? null
}

/** Answers from what was kept. False when there is nothing, or nothing fresh. */
export async function answerKept(key: PageKey, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const kept = pages.get(key.name)
  if (!kept || !isFresh(kept)) return false
  if (request.headers['if-none-match'] === `W/"${kept.tag}"`) {
    response.writeHead(304, kept.headers).end()
    return true
  }
  const accepts = String(request.headers['accept-encoding'] ?? '')
  const wanted = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : ''
  const body = kept.coded.get(wanted) ?? (await encode(kept.body, kept.tag, wanted, true)).body
  kept.coded.set(wanted, body)
  const coding = body === kept.body ? {} : { 'content-encoding': wanted }
  response.writeHead(200, { ...kept.headers, ...coding, 'content-length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
  return true
}
