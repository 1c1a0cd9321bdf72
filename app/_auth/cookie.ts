import { env } from '#lib/foundation/env.ts'

/** True when the site is reached over https: cookies are then bound to this host. */
export function isSecure(): boolean {
  return env().SITE_URL.startsWith('https:')
}

/** The name of the cookie that holds a staff session. */
export function sessionCookie(): string {
  return isSecure() ? '__Host-hob-session' : 'hob-session'
}

/** How the session cookie is set: out of reach of scripts and of other sites' forms. */
export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } as const
}

export type NewCookie = Readonly<{
  name: string
  value: string
  path: string
  httpOnly: boolean
  secure: boolean
  sameSite: 'lax' | 'strict' | 'none'
}> & {
  readonly expires?: Date
  readonly maxAge?: number
}

/** A `Set-Cookie` line as the object that Next's cookie jar takes. */
export function readSetCookie(line: string): NewCookie {
  const [pair = '', ...rest] = line.split(';').map((part) => part.trim())
  const flags = new Map(rest.map((flag) => [flag.split('=')[0]?.toLowerCase() ?? '', flag.slice(flag.indexOf('=') + 1)]))
  const expires = flags.get('expires')
  const maxAge = flags.get('max-age')
  return {
    name: pair.slice(0, pair.indexOf('=')),
    value: decodeURIComponent(pair.slice(pair.indexOf('=') + 1)),
    path: flags.get('path') ?? '/',
    httpOnly: flags.has('httponly'),
    secure: flags.has('secure'),
    sameSite: sameSiteOf(flags.get('samesite')),
    ...(expires ? { expires: new Date(expires) } : {}),
    ...(maxAge ? { maxAge: Number(maxAge) } : {}),
  }
}

function sameSiteOf(value: string | undefined): NewCookie['sameSite'] {
  const word = value?.toLowerCase()
  return word === 'strict' || word === 'none' ? word : 'lax'
}
