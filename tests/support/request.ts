// First: Next's storages look for it on the global object when they load.
import 'next/dist/server/node-environment-baseline.js'
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external.js'
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external.js'
import { RequestCookies, ResponseCookies } from 'next/dist/server/web/spec-extension/cookies.js'

type Answer<T> = Readonly<{ value: T | null; redirect: string | null; cookies: ReadonlyMap<string, string> }>

/** Runs a server action as Next would within a form post that carries these cookies: what it returned or where it led, and the cookies it set. */
export async function asFormPost<T>(
  cookies: Readonly<Record<string, string>>,
  work: () => Promise<T>,
  more: Readonly<Record<string, string>> = {},
): Promise<Answer<T>> {
  const headers = new Headers({
    cookie: Object.entries(cookies)
      .map((pair) => pair.join('='))
      .join('; '),
    'x-hob-client': '192.0.2.1',
    ...more,
  })
  const known = new RequestCookies(headers)
  const mutable = new ResponseCookies(new Headers())
  for (const { name, value } of known.getAll()) mutable.set(name, value)
  const store = { type: 'request', phase: 'action', cookies: known, mutableCookies: mutable, userspaceMutableCookies: mutable, headers }
  const run = () => workUnitAsyncStorage.run(store as never, work)
  const outcome = await workAsyncStorage.run({ route: '/test' } as never, run).then(
    (value) => ({ value, redirect: null }),
    (error: unknown) => ({ value: null, redirect: redirectOf(error) }),
  )
  return { ...outcome, cookies: new Map(mutable.getAll().map(({ name, value }) => [name, value])) }
}

function redirectOf(error: unknown): string {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
  if (!digest.startsWith('NEXT_REDIRECT;')) throw error
  return digest.split(';').slice(2, -2).join(';')
}
