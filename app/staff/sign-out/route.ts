import { cookies } from 'next/headers'
import { NextResponse } from 'next/server'
import { sessionCookie, sessionCookieOptions } from '#app/_auth/cookie.ts'
import { env } from '#lib/foundation/env.ts'
import { endSession } from '#lib/staff/sessions.ts'

/** Ends the session of this browser at once, and asks the browser to forget what it kept of the staff pages. */
export async function POST(): Promise<Response> {
  const token = (await cookies()).get(sessionCookie())?.value
  if (token) await endSession(token)
  const response = NextResponse.redirect(new URL('/staff/sign-in?signed-out=1', env().SITE_URL), 303)
  response.cookies.set(sessionCookie(), '', { ...sessionCookieOptions(), maxAge: 0 })
  response.headers.set('clear-site-data', '"cache", "storage"')
  return response
}
