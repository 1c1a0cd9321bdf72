import { randomUUID } from 'node:crypto'
import http from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

export type Answer = Readonly<{ status: number; location: string | null; body: string }>
type Fields = Readonly<Record<string, string>>

/** What a browser without scripts keeps of one person. */
export type Storyteller = {
  readonly site: string
  readonly address: string
  readonly cookies: Map<string, string>
  readonly until: number
  /** Stands around every request: waits for its turn, notes its outcome. */
  readonly watch?: (place: string, request: () => Promise<Answer>) => Promise<Answer>
}

const patienceMilliseconds = 20_000
const entities: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', '#x27': "'" }

/** What one sample storyteller answers, step by step; nobody's real answers. */
function answersOf(number: number, email: string): readonly (readonly [path: string, fields: Fields])[] {
  const story = `This is sample content of a fault rehearsal. I kept my own books, one evening at a time, and then showed my neighbours how. My word for that day is ${randomUUID()}.`
  return [
    ['/share', { country: 'MX', adult: 'yes', affiliated: 'no', binanceUser: 'private' }],
    ['/share/post', { postUrl: `https://x.com/sample/status/${2_001_950_365_332_000_000n + BigInt(number) * 4_194_304n}` }],
    ['/share/story', { story, storyLanguage: 'en', themes: 'learning', othersShown: 'no' }],
    ['/share/you', { displayName: 'Sample Person', email, mailLanguage: 'en', phrase: 'blue kettle on Sundays' }],
    ['/share/permissions', { acceptRules: 'yes', permitReading: 'yes', film: 'ask' }],
    ['/share/check', {}],
  ]
}

/**
 * Walks the whole form as somebody patient would: what breaks is sent again as it was, until it is answered or the time is up. Returns the
 * reference the last page shows, or null.
 */
export async function enter(person: Storyteller, number: number, email: string): Promise<string | null> {
  for (const [path, fields] of answersOf(number, email)) {
    if (!(await answerStep(person, path, fields))) return null
    await pause(50)
  }
  const done = await patiently(
    person,
    () => ask(person, 'GET', '/share/done'),
    (answer) => answer.status === 200,
  )
  return /HB-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(done?.body ?? '')?.[0] ?? null
}

/** Whether the step was taken: the site leads on. A form that is out of date is asked for anew. */
async function answerStep(person: Storyteller, path: string, fields: Fields): Promise<boolean> {
  while (Date.now() < person.until) {
    const page = await patiently(
      person,
      () => ask(person, 'GET', path),
      ({ status }) => status === 200 || (status >= 300 && status < 400),
    )
    if (!page) return false
    if (page.status !== 200) return page.location?.includes('/share/done') ?? false
    const form = formOf(page.body, fields)
    for (let tries = 0; tries < 12 && Date.now() < person.until; tries += 1) {
      const sent = await ask(person, 'POST', path, form).catch(() => null)
      if (sent && sent.status === 303) return true
      if (sent?.status === 409 || sent?.status === 200) break
      await pause(300 + 200 * tries)
    }
  }
  return false
}

async function patiently(person: Storyteller, work: () => Promise<Answer>, fits: (answer: Answer) => boolean): Promise<Answer | null> {
  for (let tries = 0; Date.now() < person.until; tries += 1) {
    const answer = await work().catch(() => null)
    if (answer && fits(answer)) return answer
    await pause(Math.min(300 + 200 * tries, 2_000))
  }
  return null
}

/** The last form of the page with its hidden fields, filled in. */
export function formOf(page: string, fields: Fields): FormData {
  const main = /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? ''
  const last = [...main.matchAll(/<form\b[^>]*method="post"[^>]*>[\s\S]*?<\/form>/gi)].at(-1)?.[0] ?? ''
  const form = new FormData()
  for (const [input] of last.matchAll(/<input\b[^>]*>/g)) {
    if (!/type="hidden"/.test(input)) continue
    form.append(plain(/name="([^"]*)"/.exec(input)?.[1]), plain(/value="([^"]*)"/.exec(input)?.[1]))
  }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

function plain(text = ''): string {
  return text.replace(/&(quot|amp|lt|gt|#x27);/g, (whole, name: string) => entities[name] ?? whole)
}

/** One request as this person's browser sends it. Rejects when no whole answer comes. */
export function ask(person: Storyteller, method: 'GET' | 'POST', path: string, form?: FormData): Promise<Answer> {
  const request = () => exchange(person, method, path, form)
  return person.watch ? person.watch(`${method} ${path}`, request) : request()
}

async function exchange(person: Storyteller, method: 'GET' | 'POST', path: string, form?: FormData): Promise<Answer> {
  const body = form ? new Response(form) : null
  const bytes = body ? Buffer.from(await body.arrayBuffer()) : null
  const headers = {
    'x-forwarded-for': person.address,
    cookie: [...person.cookies].map((pair) => pair.join('=')).join('; '),
    ...(bytes ? { 'content-type': body?.headers.get('content-type') ?? '', 'content-length': String(bytes.length) } : {}),
  }
  return new Promise((resolve, reject) => {
    const request = http.request(person.site + path, { method, headers, agent: false, timeout: patienceMilliseconds }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part)).on('error', reject)
      response.on('close', () => {
        if (!response.complete) return reject(new Error('cut off'))
        for (const line of response.headers['set-cookie'] ?? []) keepCookie(person, line)
        const { statusCode: status = 0, headers: answered } = response
        resolve({ status, location: answered.location ?? null, body: Buffer.concat(parts).toString('utf8') })
      })
    })
    request.on('timeout', () => request.destroy(new Error('no answer'))).on('error', reject)
    request.end(bytes ?? undefined)
  })
}

function keepCookie({ cookies }: Storyteller, line: string): void {
  const [pair = ''] = line.split(';', 1)
  const at = pair.indexOf('=')
  if (/max-age=0\b/i.test(line)) cookies.delete(pair.slice(0, at))
  else cookies.set(pair.slice(0, at), pair.slice(at + 1))
}
