import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth from 'next-auth'
import { env, fixAuthAddress } from '#lib/foundation/env.ts'
import { readSetCookie } from './cookie.ts'
import { authOptions } from './options.ts'

type Fields = Readonly<Record<string, string>>
export type AuthRequest = Readonly<{ method: 'GET' | 'POST'; path: readonly string[]; query?: Fields; cookies?: Fields; body?: Fields }>
export type AuthAnswer = { status: number; headers: Map<string, string | readonly string[]>; body: unknown }

/** Asking for a link takes at least this long, so that time does not tell whether an address is known. */
const linkRequestMs = 400

/** Where a sign-in leads, always. */
const afterwards = '/staff'

/** Calls next-auth inside this process, through the form of its handler that takes plain objects. Its address is always SITE_URL, whatever the Host header says. */
export async function callAuth(request: AuthRequest): Promise<AuthAnswer> {
  const patience = request.method === 'POST' && request.path.join('/') === 'signin/email' ? sleep(linkRequestMs) : null
  fixAuthAddress()
  const answer: AuthAnswer = { status: 200, headers: new Map(), body: undefined }
  const { method, path, query = {}, cookies = {}, body = {} } = request
  const incoming = {
    method,
    query: { ...query, callbackUrl: afterwards, nextauth: path },
    headers: { host: new URL(env().SITE_URL).host },
    cookies,
    body,
  }
  await NextAuth(incoming as unknown as NextApiRequest, responseInto(answer), authOptions())
  await patience
  return answer
}

/** The `Set-Cookie` lines of an answer, as objects. */
export function cookiesOf(answer: AuthAnswer) {
  return linesOf(answer).map(readSetCookie)
}

/** The `Set-Cookie` lines of an answer. The one that says where to go afterwards is left out: that is always the same. */
export function linesOf(answer: AuthAnswer): readonly string[] {
  return [answer.headers.get('set-cookie') ?? []].flat().filter((line) => !isWayCookie(line.split('=')[0] ?? ''))
}

/** True for the name of the cookie in which next-auth keeps where to go afterwards. */
export function isWayCookie(name: string): boolean {
  return name.endsWith('next-auth.callback-url')
}

/** Where an answer leads to, or null. */
export function locationOf(answer: AuthAnswer): string | null {
  const location = answer.headers.get('location')
  return typeof location === 'string' ? location : null
}

/** Starts a sign-in from a plain form: next-auth's own pair against forged requests is made and spent inside this call. */
export async function startSignIn(provider: 'email' | 'oidc', body: Fields): Promise<AuthAnswer> {
  const csrf = await callAuth({ method: 'GET', path: ['csrf'] })
  const cookies = Object.fromEntries(cookiesOf(csrf).map(({ name, value }) => [name, value]))
  const { csrfToken } = csrf.body as { csrfToken: string }
  return callAuth({ method: 'POST', path: ['signin', provider], cookies, body: { ...body, csrfToken } })
}

function responseInto(answer: AuthAnswer): NextApiResponse {
  const send = (body: unknown) => {
    answer.body = body
    return response
  }
  const response = {
    status(code: number) {
      answer.status = code
      return response
    },
    setHeader(name: string, value: string | readonly string[]) {
      answer.headers.set(name.toLowerCase(), value)
      return response
    },
    getHeader: (name: string) => answer.headers.get(name.toLowerCase()),
    removeHeader: (name: string) => void answer.headers.delete(name.toLowerCase()),
    json: send,
    send,
    end: () => response,
  }
  return response as unknown as NextApiResponse
}
