import 'server-only'
import { cookies } from 'next/headers'
import { env } from '#lib/foundation/env.ts'
import { draftDays } from '#lib/submissions/draft.ts'

const secure = () => env().SITE_URL.startsWith('https:')
const name = () => (secure() ? '__Host-hob-draft' : 'hob-draft')

/** The token of the draft this browser holds, if any. */
export async function draftToken(): Promise<string | undefined> {
  return (await cookies()).get(name())?.value
}

/** Gives this browser the token of a draft for as long as the draft is kept. Only for actions: a page cannot set cookies. */
export async function keepDraftToken(token: string): Promise<void> {
  const jar = await cookies()
  jar.set(name(), token, { httpOnly: true, sameSite: 'lax', path: '/', secure: secure(), maxAge: draftDays * 86_400 })
}
