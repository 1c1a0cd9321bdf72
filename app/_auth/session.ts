import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { StaffActor } from '#lib/staff/actor.ts'
import { sessionOf } from '#lib/staff/sessions.ts'
import { sessionCookie } from './cookie.ts'

/** Who is asking, or null. Looked up once a request; the only maker of staff actors besides tests. */
export const currentStaff = cache(async (): Promise<StaffActor | null> => {
  const token = (await cookies()).get(sessionCookie())?.value
  const session = token ? await sessionOf(token) : null
  return session?.actor ?? null
})

/** For pages: who is asking, or the way to the sign-in page. Guards what a page shows and nothing else; every action asks for itself. */
export async function requireStaff(): Promise<StaffActor> {
  return (await currentStaff()) ?? redirect('/staff/sign-in')
}
