import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { db } from '#lib/foundation/db.ts'
import { env } from '#lib/foundation/env.ts'
import { fault, info } from '#lib/foundation/log.ts'
import { countRequest, placeOf } from '#lib/foundation/metrics.ts'
import { failedForDatabase, withRequestId } from '#lib/foundation/request-id.ts'
import { isLeaving } from '../leaving.ts'
import { clientOf, type Route, routeOf, settleHost } from './address.ts'
import { type Trouble, troublePage } from './answer.ts'
import { asMultipart, type Field, hasTooManyFields, maxBody, readBody, readForm, withBody } from './body.ts'
import { listenForChanges } from './content-changes.ts'
import { answerKept, answerReady, forgetPages, keyOf, lastKept, type PageKey } from './kept-pages.ts'
import { setPolicy } from './policy.ts'
import { isOut, storyOf } from './released.ts'
import { holdResponse } from './response.ts'
import { keepWhenSignedOut } from './signed-out.ts'

/** How long the database may take to show that it is there. */
const patienceMilliseconds = 2_000

/** Answers that take longer than this are written to the log, in milliseconds. */
const slow = 1_000
/** How long a client may go on sending a form that was refused already, so that it comes to read why. */
const lingerMilliseconds = 2_000
/** What is counted when the client went away before its answer was whole. */
const leftEarly = 499

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** What a client may not tell us about itself, and what would make Next answer with something other than a page. */
const stripped = [
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'forwarded',
  'x-real-ip',
  'x-middleware-subrequest',
  'x-middleware-prefetch',
  'content-security-policy',
  'content-security-policy-report-only',
  'x-hob-client',
  'x-hob-path',
  'rsc',
  'next-action',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-url',
  'x-nextjs-data',
  'x-matched-path',
  'purpose',
  'upgrade',
]

/** The request listener in front of Next: methods, sizes, origins, addresses, languages; policy and compression on every answer. */
export function openDoor(next: Handler, dev = process.argv.includes('--dev')): RequestListener {
  if (!dev) listenForChanges(forgetPages)
  return (request, response) => {
    const route = settleHost(request) ? routeOf(request.url ?? '/') : null
    const id = observe(request, response, route)
    if (!dev && answerAtOnce(request, response, route, id)) return
    response.setHeader('x-request-id', id)
    withRequestId(id, () =>
      pass(next, request, response, route, dev)
        .catch((error) => giveUp(error, request, response, route))
        .catch(() => response.destroy()),
    )
  }
}

/** The last word on a request that failed behind the door. Who went away in the middle of a form needs none, and is no fault of ours. */
async function giveUp(error: unknown, request: IncomingMessage, response: ServerResponse, route: Route | null): Promise<unknown> {
  if (error === request.errored) return response.destroy()
  fault('door.failed', error)
  if (response.headersSent) return response.destroy()
  const { status, html, headers } = await explain(500, { locale: route?.locale ?? 'en', address: '/' })
  return answer(response, status, html, headers)
}

/** Counts every answer, and gives each request a name that its answer and its log lines carry. */
function observe(request: IncomingMessage, response: ServerResponse, route: Route | null): string {
  const begun = performance.now()
  const { method = '' } = request
  const id = randomUUID()
  const path = route?.path ?? '/unreadable'
  response.once('close', () => {
    const answered = {
      method,
      status: response.writableFinished ? response.statusCode : leftEarly,
      milliseconds: performance.now() - begun,
    }
    countRequest({ path, ...answered })
    if (method === 'POST' || answered.status >= 500 || answered.milliseconds > slow)
      info('http.answered', { request: id, place: placeOf(path), ...answered, milliseconds: Math.round(answered.milliseconds) })
  })
  return id
}

/** The name the page asked for is kept under, if it is one that is kept. */
function keptUnder(request: IncomingMessage, route: Route | null): PageKey | null {
  const asks = request.method === 'GET' || request.method === 'HEAD'
  return route && asks && route.moved === undefined ? keyOf(request, route) : null
}

/** The short way of the pages asked for most: true when a kept page was sent as it lies there. */
function answerAtOnce(request: IncomingMessage, response: ServerResponse, route: Route | null, id: string): boolean {
  const key = isLeaving() ? null : keptUnder(request, route)
  return key !== null && answerReady(key, request, response, id)
}

async function pass(next: Handler, request: IncomingMessage, response: ServerResponse, route: Route | null, dev: boolean): Promise<void> {
  if (isLeaving()) response.setHeader('connection', 'close')
  const method = request.method ?? ''
  const asked = dev ? null : keptUnder(request, route)
  const key = asked && (await answerKept(asked, request, response))
  if (key === 'answered') return
  const issuer = env().OIDC_ISSUER
  const path = route?.path.split('?')[0] ?? '/'
  setPolicy(response, { https: env().SITE_URL.startsWith('https:'), dev, path, formActions: issuer ? [new URL(issuer).origin] : [] })
  if (!route) return refuse(response, 400, 'address', { locale: 'en', address: '/' })
  const place = { locale: route.locale, address: request.url ?? '/' }
  if (path === '/api/alive') return alive(response)
  if (isLeaving() && path === '/api/health') return leaving(response)
  if (isUpload(path)) return pieces(next, request, response, route, place)
  if (!['GET', 'HEAD', 'POST'].includes(method)) return refuse(response, 405, 'method', place, { allow: 'GET, HEAD, POST' })
  if (route.moved !== undefined && method !== 'POST') return redirect(response, route.moved)
  const story = storyOf(path)
  if (isPayload(path) || (story && !(await isOut(story)))) request.url = '/en/missing'
  else request.url = route.url
  prepare(request, route)
  if (method === 'POST') return post(next, request, response, route, place)
  // Next makes no page for HEAD, and the status is written in the page. Node leaves the body out of the answer by itself.
  if (method === 'HEAD' && !saysItself(path)) request.method = 'GET'
  holdResponse(request, response, { path, key, instead: async (status) => older(key, await explain(status, place)) })
  return next(request, response)
}

/** Interfaces and long films answer HEAD by themselves. */
const saysItself = (path: string) => /^\/api(?:\/|$)|\/media\//.test(path)

/** What the framework would send to a script of its own, which no page of ours has: no page, and no status of one. */
const isPayload = (path: string) => /\.rsc$/i.test(decodeURIComponent(path))

/** For proxies: whether to send somebody here. Without its database the site still answers, and better than a proxy without sites would. */
function alive(response: ServerResponse): void {
  const [status, word] = isLeaving() ? ([503, 'leaving'] as const) : ([200, 'alive'] as const)
  answer(response, status, word, { 'content-type': 'text/plain; charset=utf-8' })
}

/** What the page about the site's health says while it goes, in the shape it has when something is down. */
function leaving(response: ServerResponse): void {
  const body = JSON.stringify({ status: 'down', site: 'leaving' })
  answer(response, 503, body, { 'content-type': 'application/json', 'retry-after': '5' })
}

function prepare(request: IncomingMessage, route: Route): void {
  const client = clientOf(request)
  // Of an object that something was deleted from, every later reading is slow.
  for (const name of stripped) if (request.headers[name] !== undefined) delete request.headers[name]
  delete request.headers['x-forwarded-for']
  request.headers['x-hob-client'] = client
  // Next waits for the head of a page only where the client has a name.
  request.headers['user-agent'] ||= 'unnamed'
  request.headers['x-hob-path'] = route.path
}

type Place = Readonly<{ locale: string; address: string }>

async function post(next: Handler, request: IncomingMessage, response: ServerResponse, route: Route, place: Place): Promise<void> {
  if (!sameOrigin(request)) return refuse(response, 403, 'origin', place)
  let type = String(request.headers['content-type'] ?? '')
  let body = await readBody(request)
  if (!body) return refuseUnread(request, response, place)
  if (hasTooManyFields(type, body)) return refuse(response, 413, 'large', place)
  if (/^application\/x-www-form-urlencoded\b/i.test(type) && !route.path.startsWith('/api/')) ({ type, body } = await asMultipart(body))
  const form = /^multipart\/form-data\b/i.test(type)
  const fields = form ? await readForm(type, body) : []
  if (body.length > maxBody) return refuse(response, 413, 'large', { ...place, fields: fields ?? [] })
  if (!form && !route.path.startsWith('/api/')) return refuse(response, 415, 'form', place)
  if (!fields) return refuse(response, 400, 'form', place)
  request.headers['content-type'] = type
  const path = route.path.split('?')[0] ?? '/'
  // Judged above. Next would judge it again by the name of the host, which a proxy may have changed, and warn of every form without one.
  if (!path.startsWith('/api/') || request.headers.origin === undefined) request.headers.origin = `http://${request.headers.host}`
  const staying = keepWhenSignedOut(request, { path, address: place.address, fields })
  const instead = (status: number, cause: string) => explain(status, place, fields, cause)
  holdResponse(request, response, { path, key: null, instead, ...(staying ? { staying } : {}) })
  return next(withBody(request, body), response)
}

/** The answer goes out at once. What still comes is thrown away for a moment: a connection closed over it would take the answer with it. */
async function refuseUnread(request: IncomingMessage, response: ServerResponse, place: Place): Promise<void> {
  const html = troublePage('large', place)
  response.writeHead(413, { ...pageHeaders(html), connection: 'close' })
  response.write(html)
  request.resume()
  await Promise.race([new Promise((resolve) => request.once('close', resolve)), pause(lingerMilliseconds)])
  response.end()
}

/** Where editors send films in pieces (https://tus.io): its own methods, and bodies that are passed on as they come. */
const isUpload = (path: string) => /^\/api\/uploads(\/|$)/.test(path)
const uploadMethods = ['HEAD', 'POST', 'PATCH', 'DELETE', 'OPTIONS']

async function pieces(next: Handler, request: IncomingMessage, response: ServerResponse, route: Route, place: Place): Promise<void> {
  if (!uploadMethods.includes(request.method ?? '')) return refuse(response, 405, 'method', place, { allow: uploadMethods.join(', ') })
  if (!sameOrigin(request)) return refuse(response, 403, 'origin', place)
  request.url = route.url
  prepare(request, route)
  response.setHeader('cache-control', 'private, no-store')
  return next(request, response)
}

/** A form of ours comes from a page of ours. Programs that send neither header are let through: a browser always sends one of them across sites. */
function sameOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  const site = request.headers['sec-fetch-site']
  if (origin !== undefined) return URL.canParse(origin) && [host, new URL(env().SITE_URL).host].includes(new URL(origin).host)
  return site === undefined || site === 'same-origin' || site === 'none'
}

/** An address as it may stand in a log: without its query, and without the secret of a link. */
function withoutSecret(address: string): string {
  return (address.split('?')[0] ?? '').replace(/\/(entry|continue)\/[^/]+/, '/$1/…')
}

type Explained = { status: number; html: string; headers: Record<string, string> }

async function explain(status: number, place: Place, fields: readonly Field[] = [], cause = ''): Promise<Explained> {
  // 400: the hidden part of the form that names its action is missing or broken. 409: it names one of an earlier release.
  if (status === 400 || status === 409 || /Server Action/.test(cause))
    return { status: status === 400 ? 400 : 409, html: troublePage('stale', { ...place, fields }), headers: {} }
  const away = failedForDatabase() || (await isSilent())
  if (away) return { status: 503, html: troublePage('away', { ...place, fields }), headers: { 'retry-after': '30' } }
  const reference = fault('page.failed', `status ${status}`, { path: withoutSecret(place.address) })
  return { status: 500, html: troublePage('fault', { ...place, fields, reference }), headers: {} }
}

/** Whether the database gives no answer at this moment. */
async function isSilent(): Promise<boolean> {
  const ask = async () => db.$queryRaw`select 1`
  const asked = ask().then(
    () => false,
    () => true,
  )
  return Promise.race([asked, pause(patienceMilliseconds, true, { ref: false })])
}

/** While the database is away, a public page is better as it was than not at all. */
function older(key: PageKey | null, made: Explained): Explained {
  const kept = key && made.status === 503 ? lastKept(key) : null
  return kept ? { status: 200, ...kept } : made
}

/** The address goes back as it came; what a header may not hold is escaped. */
function redirect(response: ServerResponse, moved: string): void {
  const location = moved.replace(/[^\x21-\x7e]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
  response.writeHead(308, { location, 'content-length': 0 })
  response.end()
}

function refuse(
  response: ServerResponse,
  status: number,
  trouble: Trouble,
  details: Parameters<typeof troublePage>[1],
  headers: Record<string, string> = {},
): void {
  answer(response, status, troublePage(trouble, details), headers)
}

function answer(response: ServerResponse, status: number, html: string, headers: Record<string, string>): void {
  response.writeHead(status, { ...pageHeaders(html), ...headers })
  response.end(html)
}

function pageHeaders(html: string): Record<string, string | number> {
  return { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-length': Buffer.byteLength(html) }
}
