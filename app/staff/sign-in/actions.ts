'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { sessionCookie } from '#app/_auth/cookie.ts'
import { callAuth, cookiesOf, locationOf, startSignIn } from '#app/_auth/handler.ts'
import { signInPermit } from '#app/_auth/permit.ts'
import { clientAddress } from '#app/_site/request.ts'
import type { SignInState } from '#components/staff/sign-in-form.tsx'
import { readStaffAddress } from '#lib/staff/address.ts'
import { endSession } from '#lib/staff/sessions.ts'

/** Mails a sign-in link. The answer is the same for every address that could be one, known or not. */
export async function requestLink(_: SignInState, form: FormData): Promise<SignInState> {
  const typed = String(form.get('email') ?? '').slice(0, 400)
  const email = readStaffAddress(typed)
  if (!email) return { typed, problem: typed.trim() ? 'invalid' : 'missing' }
  const permit = await signInPermit(email, await clientAddress())
  if (!permit.allowed) return { typed, problem: 'tooMany', retryAfter: permit.retryAfter }
  const answer = await startSignIn('email', { email })
  if (locationOf(answer)?.includes('error=')) throw new Error('the sign-in link could not be put into the outbox')
  redirect('/staff/sign-in?sent=1')
}

/** Uses up a mailed link and signs this browser in; with a link that no longer works, its page says so. */
export async function followLink(form: FormData): Promise<void> {
  const token = String(form.get('token') ?? '').slice(0, 200)
  const jar = await cookies()
  const before = jar.get(sessionCookie())?.value
  const answer = await callAuth({ method: 'GET', path: ['callback', 'email'], query: { token } })
  const session = cookiesOf(answer).find(({ name, value }) => name === sessionCookie() && value !== '')
  if (!session) redirect(`/staff/sign-in/confirm?${new URLSearchParams({ token })}`)
  if (before) await endSession(before)
  jar.set(session)
  redirect('/staff')
}
