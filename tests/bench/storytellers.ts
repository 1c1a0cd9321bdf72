import { randomUUID } from 'node:crypto'
import http from 'node:http'
import type pg from 'pg'
import { campaignId } from '#lib/campaign/schema.ts'
import { deriveKey, hashToken, newId, newToken } from '#lib/foundation/ids.ts'

type Answer = Readonly<{ status: number; location: string; body: string }>

const entities: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', '#x27': "'" }
let counted = 0

/** Drafts whose every step is answered, as their storytellers left them some minutes ago; gives the tokens of their browsers. */
export async function fillDrafts(database: pg.Pool, count: number): Promise<string[]> {
  const drafts = Array.from({ length: count }, () => draft())
  const column = (name: keyof ReturnType<typeof draft>) => drafts.map((one) => one[name])
  await database.query(
    `insert into draft (id, campaign_id, token_hash, entry_key_hash, locale, answers, signals, created_at, updated_at, expires_at)
     select id, $1, hash, key, 'en', answers, '{}', now() - interval '20 minutes', now() - interval '2 minutes', now() + interval '1 day'
     from unnest($2::uuid[], $3::text[], $4::text[], $5::jsonb[]) as t (id, hash, key, answers)`,
    [campaignId, column('id'), column('hash'), column('key'), column('answers')],
  )
  return column('token')
}

function draft() {
  counted += 1
  const [token, number] = [newToken(), BigInt(Date.now()) * 4_194_304n + BigInt(counted)]
  const answers = {
    share: { country: 'MX', adult: 'yes', affiliated: 'no', binanceUser: 'private' },
    post: { postUrl: `https://x.com/sample/status/${number}`, postText: null },
    story: { story: story(), storyLanguage: 'en', themes: ['learning'], tools: [], othersShown: 'no' },
    you: {
      displayName: 'Sample Person',
      anonymous: false,
      email: `bench-${randomUUID()}@example.org`,
      mailLanguage: 'en',
      phrase: null,
      needs: null,
    },
    permissions: { acceptRules: true, permitReading: true, film: 'ask', showPost: false, publishName: false, news: false },
  }
  return { id: newId(), token, hash: hashToken(token), key: hashToken(deriveKey(token, 'entry')), answers: JSON.stringify(answers) }
}

/** About 800 characters of sample content that nobody sent before. */
export function story(): string {
  const words =
    'This is sample content written to measure the site. I kept my own books, one evening at a time, and then showed my neighbours how. '
  return `${words.repeat(5)}My word for that day is ${randomUUID().replaceAll('-', ' ')}.`
}

/** Counts and times of one round: sendings that were acknowledged in the seconds given, and those that were answered wrongly. */
export type Sent = Readonly<{ rate: number; p99: number; wrong: number; references: readonly string[] }>

type Journey = (agent: http.Agent, sent: (milliseconds: number) => void) => Promise<string | null>

/** So many journeys at once, one after the other each, until the time is over. `p99` is of the POST, in milliseconds. */
export async function sendFor(seconds: number, atOnce: number, journey: Journey): Promise<Sent> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce })
  const [times, references]: [number[], string[]] = [[], []]
  let wrong = 0
  const begun = performance.now()
  const one = async () => {
    while (performance.now() - begun < seconds * 1000) {
      const reference = await journey(agent, (milliseconds) => times.push(milliseconds)).catch(() => null)
      if (reference) references.push(reference)
      else wrong += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  agent.destroy()
  const took = (performance.now() - begun) / 1000
  const sorted = times.sort((a, b) => a - b)
  return { rate: references.length / took, p99: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN, wrong, references }
}

/** One storyteller of the site, without scripts: the page with all answers, its form sent, the receipt. Gives the reference it shows. */
export function siteJourney(url: string, tokens: string[]): Journey {
  return async (agent, sent) => {
    const token = tokens.pop()
    if (!token) throw new Error('too few drafts were made')
    counted += 1
    const from = `198.${18 + ((counted >> 16) & 1)}.${(counted >> 8) & 255}.${counted & 255}`
    const headers = { cookie: `hob-draft=${token}`, 'x-forwarded-for': from }
    const page = await ask(agent, url, '/share/check', 'GET', headers)
    const { type, body } = multipart(`----sample${counted}`, hiddenFields(page.body))
    const begun = performance.now()
    const posted = { ...headers, 'content-type': type, origin: url }
    const answer = await ask(agent, url, '/share/check', 'POST', posted, body)
    sent(performance.now() - begun)
    if (answer.status !== 303) return null
    const receipt = await ask(agent, url, new URL(answer.location, url).pathname, 'GET', headers)
    return receipt.status === 200 ? (/HB-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(receipt.body)?.[0] ?? null) : null
  }
}

/** The same against the bare transaction. */
export function bareJourney(url: string): Journey {
  return async (agent, sent) => {
    const page = await ask(agent, url, '/form', 'GET', {})
    const body = new URLSearchParams([...hiddenFields(page.body), ['story', story()]]).toString()
    const begun = performance.now()
    const answer = await ask(agent, url, '/form', 'POST', { 'content-type': 'application/x-www-form-urlencoded' }, body)
    sent(performance.now() - begun)
    if (answer.status !== 303) return null
    const receipt = await ask(agent, url, answer.location, 'GET', {})
    return /HB-[0-9A-F]{4}-[0-9A-F]{4}/.exec(receipt.body)?.[0] ?? null
  }
}

/** The same against the smallest Next site: a server action sent without scripts. */
export function nextJourney(url: string): Journey {
  return async (agent, sent) => {
    const page = await ask(agent, url, '/entering', 'GET', {})
    counted += 1
    const { type, body } = multipart(`----sample${counted}`, [...hiddenFields(page.body), ['story', story()]])
    const begun = performance.now()
    const answer = await ask(agent, url, '/entering', 'POST', { 'content-type': type, origin: url }, body)
    sent(performance.now() - begun)
    if (answer.status !== 303) return null
    const { pathname, search } = new URL(answer.location, url)
    const receipt = await ask(agent, url, pathname + search, 'GET', {})
    return /HB-[0-9A-F]{4}-[0-9A-F]{4}-[0-9a-f]{4}/.exec(receipt.body.slice(receipt.body.indexOf('<main>')))?.[0] ?? null
  }
}

function multipart(boundary: string, fields: readonly [string, string][]): { type: string; body: string } {
  const parts = fields.map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  return { type: `multipart/form-data; boundary=${boundary}`, body: `${parts.join('')}--${boundary}--\r\n` }
}

/** What the last form of the page carries unseen. */
function hiddenFields(page: string): [string, string][] {
  const form = page.slice(page.lastIndexOf('<form', page.lastIndexOf('</main>')), page.lastIndexOf('</main>'))
  return [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(([input]) => [
    plain(/ name="([^"]*)"/.exec(input)?.[1]),
    plain(/ value="([^"]*)"/.exec(input)?.[1]),
  ])
}

function plain(text = ''): string {
  return text.replace(/&(quot|amp|lt|gt|#x27);/g, (whole, name: string) => entities[name] ?? whole)
}

function ask(agent: http.Agent, url: string, path: string, method: string, headers: Record<string, string>, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body ? { 'content-length': String(Buffer.byteLength(body)) } : {}
    const request = http.request(url + path, { method, agent, headers: { ...headers, ...length } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part)).on('error', reject)
      response.on('end', () => {
        const { statusCode: status = 0, headers: answered } = response
        resolve({ status, location: answered.location ?? '', body: Buffer.concat(parts).toString('utf8') })
      })
    })
    request.on('error', reject).end(body || undefined)
  })
}
