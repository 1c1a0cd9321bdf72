import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { clockOffset } from '#lib/foundation/clock.ts'
import { formAge } from '#lib/foundation/form-age.ts'
import type { Route } from './address.ts'
import { codingFor, encode, tagOf } from './compress.ts'
import { isListening, nextTurn } from './content-changes.ts'

/** The same in one coding: its headers, and the same as one list of names and values. */
type Ready = Readonly<{ body: Buffer; headers: OutgoingHttpHeaders; head: readonly string[] }>

/** A public page as it left the house, with the moment from which it may say something else; `stampedAt` when it tells how old its form is. */
type Kept = {
  readonly headers: OutgoingHttpHeaders
  readonly tag: string
  readonly body: Buffer
  readonly madeAt: number
  readonly until: number
  readonly ready: Map<string, Ready>
  readonly stampedAt: number | null
  /** From when the next who asks makes it anew, while all others still get it as it is. */
  dueAt: number
}

/** How long a page stays as it is before somebody makes it anew, in milliseconds, and how long that one may take. */
const renewal = 60_000
const making = 10_000
/** The longest a page is sent after it was made; shorter while announcements of changes cannot reach us. */
const longest = renewal + making
const unheard = 2_000
const most = 500

/** Pages that say the same to everybody: they depend on their address, the chosen theme, the clock and the published content. */
const forEverybody = /^\/(?:(?:stories|history(?!\/report))(?:\/[a-z0-9/-]+)?|rules|privacy|accessibility|results)?$/
const theme = /(?:^|; *)hob-theme=(light|dark)(?:;|$)/

/** The first page of the form says the same to everybody who has not begun, but for the time it was made. */
const beginning = '/share'
const draftCookie = /(?:^|;\s*)(?:__Host-)?hob-draft=/
const age = /(<input type="hidden" name="age" value=")[a-z0-9]+\.[\w-]{22}"/
/** How much older than it is a form may say to be, in milliseconds. */
const stampLasts = 250

const pages = new Map<string, Kept>()
/** The pages that somebody makes just now, until they are kept, given up, or take too long. */
const inMaking = new Map<string, Readonly<{ ended: Promise<void>; end: () => void }>>()
const makers = new WeakSet<IncomingMessage>()
let changes = 0

/** The name a page is kept under, what had changed when its making began, and when that was by the campaign's clock, in milliseconds. */
export type PageKey = Readonly<{ name: string; changes: number; at: number }>

/** The key of this page, or null when it is made for one person. */
export function keyOf(request: IncomingMessage, route: Route): PageKey | null {
  const [path = '', query = ''] = route.path.split('?', 2)
  const isBeginning = route.path === beginning && !draftCookie.test(request.headers.cookie ?? '')
  if (!isBeginning && (!forEverybody.test(path) || query.length > 80 || path.includes('/tracks/'))) return null
  const chosen = themeOf(request.headers.cookie ?? '')
  if (chosen === null) return null
  return { name: `${chosen} ${route.locale} ${route.path}`, changes, at: Date.now() + clockOffset() }
}

/** The theme a page is made with; null where Next may read another one: it decodes, and takes the last of several. */
function themeOf(cookie: string): string | null {
  const at = cookie.indexOf('hob-theme')
  if (at < 0) return ''
  return (at === cookie.lastIndexOf('hob-theme') && theme.exec(cookie)?.[1]) || null
}

/** Forgets every page: something they show has changed. */
export function forgetPages(): void {
  changes += 1
  pages.clear()
  for (const making of inMaking.values()) making.end()
}

/** Keeps a finished page until the content changes, the clock reaches its next turn, or a minute has passed. Not kept: a page whose content changed, or whose turn came, while it was made. */
export async function keepPage(key: PageKey, response: ServerResponse, tag: string, body: Buffer): Promise<void> {
  const { 'content-encoding': _, 'content-length': __, 'x-request-id': ___, ...headers } = response.getHeaders()
  const turn = await nextTurn(new Date(key.at))
  const madeAt = Date.now()
  const until = Math.min(madeAt + longest, turn === null ? Number.POSITIVE_INFINITY : turn.getTime() - clockOffset())
  if (key.changes !== changes || until <= madeAt) return
  const stampedAt = key.name.endsWith(` ${beginning}`) ? madeAt : null
  pages.set(key.name, { headers, tag, body, madeAt, until, ready: new Map(), stampedAt, dueAt: madeAt + renewal })
  inMaking.get(key.name)?.end()
  if (pages.size > most) pages.delete(pages.keys().next().value ?? '')
}

function isFresh(kept: Kept): boolean {
  return Date.now() < (isListening() ? kept.until : Math.min(kept.until, kept.madeAt + unheard))
}

/** Whether this request gets the page as it is kept. Of those who ask for one that is due, a single one makes it anew: all at once would stop the house. */
function isFor(request: IncomingMessage, kept: Kept): boolean {
  if (makers.has(request) || !isFresh(kept)) return false
  if (request.method !== 'GET' || Date.now() < kept.dueAt) return true
  kept.dueAt = Date.now() + making
  makers.add(request)
  return false
}

/** The same page with a form that is new; as it is when it has none, or one that was made just now. */
function stamped(name: string, kept: Kept): Kept {
  const at = Date.now()
  if (kept.stampedAt === null || at - kept.stampedAt < stampLasts) return kept
  const body = Buffer.from(kept.body.toString('utf8').replace(age, (_, before: string) => `${before}${formAge('share.share')}"`))
  const tag = tagOf(body)
  const made = { ...kept, body, tag, headers: { ...kept.headers, etag: `W/"${tag}"` }, ready: new Map(), stampedAt: at }
  pages.set(name, made)
  return made
}

/** The page as it was last made, however old, with the policy its styles need: for when it cannot be made at all. A page with a form is none without a database. */
export function lastKept(key: PageKey): Readonly<{ html: string; headers: Record<string, string> }> | null {
  const kept = pages.get(key.name)
  if (!kept || kept.stampedAt !== null) return null
  return { html: kept.body.toString('utf8'), headers: { 'content-security-policy': String(kept.headers['content-security-policy']) } }
}

/** Sends a kept page that is fresh, new enough and compressed already, with its headers written down once. False when it is not all of that. */
export function answerReady(key: PageKey, request: IncomingMessage, response: ServerResponse, id: string): boolean {
  const found = pages.get(key.name)
  if (!found || request.method !== 'GET' || request.headers['if-none-match'] !== undefined || !isFor(request, found)) return false
  const ready = stamped(key.name, found).ready.get(wantedBy(request))
  if (!ready) return false
  response.writeHead(200, [...ready.head, 'x-request-id', id])
  response.end(ready.body)
  return true
}

/**
 * Answers from what was kept. Where nothing is, of all who ask at once one makes the page and the others wait for it; gives the key it is to
 * be made under. What becomes no page that is kept is not waited for again.
 */
export async function answerKept({ name }: PageKey, request: IncomingMessage, response: ServerResponse): Promise<'answered' | PageKey> {
  for (let wait = true; ; ) {
    if (await sendKept(name, request, response)) return 'answered'
    const making = wait && request.method === 'GET' ? inMaking.get(name) : undefined
    if (!making) break
    const before = changes
    await making.ended
    wait = changes !== before
  }
  if (request.method === 'GET' && !inMaking.has(name)) begin(name, response)
  return { name, changes, at: Date.now() + clockOffset() }
}

function begin(name: string, response: ServerResponse): void {
  const { promise: ended, resolve } = Promise.withResolvers<void>()
  const end = () => {
    if (inMaking.get(name)?.ended === ended) inMaking.delete(name)
    clearTimeout(late)
    resolve()
  }
  const late = setTimeout(end, making)
  late.unref()
  inMaking.set(name, { ended, end })
  response.once('close', end)
}

async function sendKept(name: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const found = pages.get(name)
  if (!found || !isFor(request, found)) return false
  const kept = stamped(name, found)
  if (request.headers['if-none-match'] === `W/"${kept.tag}"`) {
    response.writeHead(304, kept.headers).end()
    return true
  }
  const wanted = wantedBy(request)
  const ready = kept.ready.get(wanted) ?? (await made(kept, wanted))
  kept.ready.set(wanted, ready)
  response.writeHead(200, ready.headers)
  response.end(request.method === 'HEAD' ? undefined : ready.body)
  return true
}

function wantedBy(request: IncomingMessage): string {
  return codingFor(String(request.headers['accept-encoding'] ?? '')) ?? ''
}

async function made(kept: Kept, wanted: string): Promise<Ready> {
  const { body, coding } = await encode(kept.body, kept.tag, wanted, kept.stampedAt === null)
  const headers = { ...kept.headers, ...(coding && { 'content-encoding': coding }), 'content-length': body.length }
  const head = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [name, String(value)]))
  return { body, headers, head }
}
