import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { StaffActor } from '#lib/staff/actor.ts'
import { deviceOf } from '#lib/staff/device.ts'
import { type ReadSession, readSession } from '#lib/staff/sessions.ts'
import { sessionCookie } from './cookie.ts'

/** The session of this browser, also one that waits for its second factor; or null. Looked up once a request. */
export const currentSession = cache(async (): Promise<ReadSession | null> => {
  const token = (await cookies()).get(sessionCookie())?.value
  return token ? readSession(token, deviceOf((await headers()).get('user-agent') ?? '')) : null
})

/** Who is asking, or null: also null while the second factor is not shown. The only maker of staff actors besides tests. */
export async function currentStaff(): Promise<StaffActor | null> {
  const session = await currentSession()
  return session?.waitsFor === null ? session.actor : null
}

/** For pages: who is asking, or the way to sign in, or to the second factor. Guards what a page shows and nothing else; every action asks for itself. */
export async function requireStaff(): Promise<StaffActor> {
  return (await currentStaff()) ?? redirect(await wayIn())
}

/** Where whoever asks has to go before they are in. */
export async function wayIn(): Promise<'/staff/sign-in' | '/staff/second-factor'> {
  return (await currentSession()) ? '/staff/second-factor' : '/staff/sign-in'
}
