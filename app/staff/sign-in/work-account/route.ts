import { NextResponse } from 'next/server'
import { linesOf, locationOf, startSignIn } from '#app/_auth/handler.ts'
import { env } from '#lib/foundation/env.ts'

/** Leads to the provider of work accounts. A link and not a form: the policy of our pages lets forms go to this site only. */
export async function GET(): Promise<Response> {
  const { SITE_URL, OIDC_ISSUER } = env()
  const answer = OIDC_ISSUER ? await startSignIn('oidc', {}) : null
  const response = NextResponse.redirect(new URL((answer && locationOf(answer)) ?? '/staff/sign-in', SITE_URL), 303)
  for (const line of answer ? linesOf(answer) : []) response.headers.append('set-cookie', line)
  return response
}
