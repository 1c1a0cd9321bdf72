import { cookies } from 'next/headers'
import { sessionCookie } from '#app/_auth/cookie.ts'
import { type AuthRequest, callAuth, isWayCookie, linesOf, locationOf } from '#app/_auth/handler.ts'
import { signInPermit } from '#app/_auth/permit.ts'
import { env } from '#lib/foundation/env.ts'

type Context = { params: Promise<{ nextauth: string[] }> }

/** What next-auth answers here. Everything else it could do is not for the outside: sessions are not changed, nothing is written to our log. */
const open = {
  GET: ['csrf', 'session', 'providers', 'signin', 'signout', 'error', 'verify-request', 'callback/oidc'],
  POST: ['signin/email', 'signin/oidc', 'signout'],
} as const satisfies Record<string, readonly string[]>

/** Reads of next-auth, and the way back from the provider of work accounts. */
export async function GET(request: Request, context: Context): Promise<Response> {
  const path = (await context.params).nextauth
  const query = texts([...new URL(request.url).searchParams])
  // Opening a mailed link must not use it up: mail scanners open links.
  if (path.join('/') === 'callback/email') return redirectTo(`/staff/sign-in/confirm?${new URLSearchParams({ token: query.token ?? '' })}`)
  return answer({ method: 'GET', path, query, cookies: await cookiesFor(path) })
}

/** Sign-in and sign-out of next-auth, protected by its token against forged requests. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const path = (await context.params).nextauth
  const body = await fieldsOf(request)
  if (path.join('/') === 'signin/email') {
    const permit = await signInPermit(body.email ?? '', request.headers.get('x-hob-client') ?? 'unknown')
    if (!permit.allowed) return new Response(null, { status: 429, headers: { 'retry-after': String(permit.retryAfter) } })
  }
  return answer({ method: 'POST', path, body, cookies: await cookiesFor(path) })
}

async function answer(request: AuthRequest): Promise<Response> {
  const known: readonly string[] = open[request.method]
  if (!known.includes(request.path.join('/'))) return new Response(null, { status: 404 })
  const result = await callAuth(request)
  const location = locationOf(result)
  const response = location ? redirectTo(location) : Response.json(result.body ?? {}, { status: result.status })
  for (const line of linesOf(result)) response.headers.append('set-cookie', line)
  if (request.method === 'POST' && request.path[0] === 'signout') response.headers.set('clear-site-data', '"cache", "storage"')
  return response
}

function redirectTo(address: string): Response {
  return new Response(null, { status: 303, headers: { location: new URL(address, env().SITE_URL).href } })
}

/** A mangled address to go to afterwards would make next-auth fail. A new sign-in never continues an old session. */
async function cookiesFor(path: readonly string[]): Promise<Record<string, string>> {
  const all = (await cookies()).getAll().filter(({ name }) => !isWayCookie(name))
  return Object.fromEntries(
    all.filter(({ name }) => path[0] !== 'callback' || name !== sessionCookie()).map(({ name, value }) => [name, value]),
  )
}

async function fieldsOf(request: Request): Promise<Record<string, string>> {
  const type = request.headers.get('content-type') ?? ''
  if (type.includes('application/json')) {
    const parsed: unknown = await request.json().catch(() => null)
    return parsed && typeof parsed === 'object' ? texts(Object.entries(parsed)) : {}
  }
  return type.includes('application/x-www-form-urlencoded') ? texts([...new URLSearchParams(await request.text())]) : {}
}

function texts(entries: readonly (readonly [string, unknown])[]): Record<string, string> {
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== 'callbackUrl'),
  )
}
