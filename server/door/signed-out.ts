import type { IncomingMessage } from 'node:http'
import { isTyped, troublePage } from './answer.ts'
import type { Field } from './body.ts'

/** Where whoever is not signed in is led. */
const doors = ['/staff/sign-in', '/staff/second-factor']

type Sent = Readonly<{ path: string; address: string; fields: readonly Field[] }>

/**
 * A form of staff whose session ended while it was filled in: instead of being led to sign in and losing what they typed, people get a page
 * that gives it back, with a way to sign in beside it and to send it again. Null for every other form, and where nothing was typed.
 */
export function keepWhenSignedOut(request: IncomingMessage, { path, address, fields }: Sent) {
  if (!path.startsWith('/staff/') || doors.some((door) => path === door || path.startsWith(`${door}/`)) || !fields.some(isTyped))
    return undefined
  const locale = /(?:^|;\s*)hob-locale=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? 'en'
  return (location: string) =>
    doors.includes(location) ? { status: 403, html: troublePage('signedOut', { locale, address, fields, signIn: location }) } : null
}
