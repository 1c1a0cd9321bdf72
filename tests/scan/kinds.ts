import http from 'node:http'
import { ask as askAs, formOf } from '../chaos/storyteller.ts'

export type Question = Readonly<{
  name: string
  path: string
  method?: string
  headers?: Readonly<Record<string, string>>
  body?: Buffer | string
  /** The status it has to have, so that the scan is of what it says. */
  status: number
  /** Other sites may show it: the two credits for forbidding that cannot be had. */
  forOthers?: boolean
}>

export type Answered = Readonly<{
  path: string
  status: number
  headers: http.IncomingHttpHeaders
  /** What it answers to somebody who asks from another site whether they may. */
  options: http.IncomingHttpHeaders
  cookies: readonly string[]
  body: string
}>

const form = 'multipart/form-data; boundary=scan'
const field = (name: string) => `--scan\r\ncontent-disposition: form-data; name="${name}"\r\n\r\nx\r\n--scan--\r\n`
const post = (body: Buffer | string, headers: Readonly<Record<string, string>> = {}) => ({
  method: 'POST',
  body,
  headers: { 'content-type': form, ...headers },
})

/** One of every kind of answer, for somebody who is not signed in; `story` is one that is out, `style` a file of the build. */
export function questions(story: string, entry: string, style: string): readonly Question[] {
  return [
    ...[`/`, '/stories', `/stories/${story}`, '/history', `/history/${entry}`, '/share', '/entry', '/verify', '/results', '/rules'].map(
      (path) => ({ name: 'page', path, status: 200 }),
    ),
    { name: 'page in Arabic', path: '/ar', status: 200 },
    { name: 'page in a frame', path: `/stories/${story}/embed`, status: 200, forOthers: true },
    { name: 'no such page', path: '/nowhere', status: 404 },
    { name: 'no such file', path: '/nowhere.txt', status: 404 },
    { name: 'moved page', path: '/en/stories', status: 308 },
    { name: 'unreadable address', path: '/%ff', status: 400 },
    { name: 'another method', path: '/', method: 'PUT', status: 405 },
    { name: 'form of another site', path: '/share', ...post(field('a'), { origin: 'https://other.test' }), status: 403 },
    { name: 'form that is none', path: '/share', ...post('x', { 'content-type': 'text/plain' }), status: 415 },
    { name: 'broken form', path: '/share', ...post('x'), status: 400 },
    { name: 'too large', path: '/share', ...post('x', { 'content-length': '20000000' }), status: 413 },
    { name: 'form of an older build', path: '/share', ...post(field(`$ACTION_ID_${'0'.repeat(42)}`)), status: 409 },
    ...[
      ['/feed.xml', 200],
      ['/schedule.ics', 200],
      ['/robots.txt', 200],
      ['/sitemap.xml', 200],
      ['/manifest.webmanifest', 200],
      ['/api/health', 200],
      ['/api/metrics', 404],
      ['/api/exports/submissions', 404],
      [`/oembed?url=${encodeURIComponent(`https://stories.test/stories/${story}`)}`, 200],
      ['/modules/vendor/tus.js', 200],
    ].map(([path, status]) => ({ name: 'route', path: String(path), status: Number(status) })),
    ...['/plain.css', '/modules/player.js', '/fonts/atkinson-text.woff2', style].map((path) => ({
      name: 'file',
      path,
      status: 200,
    })),
    ...[`/history/${entry}/picture`, '/art/cta.svg', `/films/${story}/${story}.mp4`].map((path) => ({
      ...{ name: 'file for other sites', path, status: 200, forOthers: true },
    })),
    { name: 'staff, to nobody', path: '/staff', status: 307 },
    { name: 'sign-in', path: '/staff/sign-in', status: 200 },
  ]
}

/** A step of a form, filled in as a person would: its answer sets a cookie. */
export async function stepQuestion(site: string): Promise<Question> {
  const person = { site, address: '198.18.0.9', cookies: new Map<string, string>(), until: Number.POSITIVE_INFINITY }
  const page = await askAs(person, 'GET', '/share')
  const sent = new Response(formOf(page.body, { country: 'MX', adult: 'yes', affiliated: 'no', binanceUser: 'private' }))
  const body = Buffer.from(await sent.arrayBuffer())
  return { name: 'step of a form', path: '/share', ...post(body, { 'content-type': sent.headers.get('content-type') ?? '' }), status: 303 }
}

/** What staff see; `cookie` is of somebody signed in. */
export function staffQuestions(cookie: string): readonly Question[] {
  const headers = { cookie }
  return [
    ...['/staff', '/staff/submissions', '/staff/mail', '/staff/people', '/staff/campaign'].map((path) => ({
      ...{ name: 'staff', path, headers, status: 200 },
    })),
    { name: 'staff, nothing there', path: '/staff/nowhere', headers, status: 404 },
  ]
}

/** Asks, and asks again as another site would ask for leave. */
export async function answerTo(site: string, question: Question): Promise<Answered> {
  const answer = await ask(site, question)
  const { headers: options } = await ask(site, {
    ...question,
    method: 'OPTIONS',
    headers: { 'access-control-request-method': 'GET', origin: 'https://http-observatory.security.mozilla.org' },
    body: '',
  })
  return { ...answer, options }
}

function ask(site: string, { path, method = 'GET', headers = {}, body }: Question): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const length = body ? { 'content-length': String(Buffer.byteLength(body)) } : {}
    const request = http.request(
      site + path,
      { method, headers: { ...length, ...headers, host: 'stories.test' }, agent: false },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('close', () => {
          request.destroy()
          resolve({
            ...{ path, status: response.statusCode ?? 0, headers: response.headers, options: {} },
            ...{ cookies: response.headers['set-cookie'] ?? [], body: Buffer.concat(parts).toString('utf8') },
          })
        })
        response.on('error', () => {}) // an answer that comes before the whole question does ends the connection
      },
    )
    request.on('error', (error) => setTimeout(() => reject(error), 200)) // the answer may be there already
    // One that names a length of its own never sends the rest of it.
    if (headers['content-length']) request.write(body ?? '')
    else request.end(body)
  })
}
