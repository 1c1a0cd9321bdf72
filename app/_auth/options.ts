import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import EmailProvider from 'next-auth/providers/email'
import type { OAuthConfig, UserinfoEndpointHandler } from 'next-auth/providers/oauth'
import { authSecret, env } from '#lib/foundation/env.ts'
import { newToken } from '#lib/foundation/ids.ts'
import { fault, info } from '#lib/foundation/log.ts'
import { readStaffAddress } from '#lib/staff/address.ts'
import { invitedByEmail } from '#lib/staff/people.ts'
import { longestSession } from '#lib/staff/sessions.ts'
import { linkMinutes, mailSignInLink } from '#lib/staff/sign-in.ts'
import { staffAdapter } from './adapter.ts'
import { isSecure, sessionCookie, sessionCookieOptions } from './cookie.ts'

const sessionSeconds = longestSession / 1000

/** next-auth as this site uses it: mailed links and, when the environment names one, an OpenID Connect provider. Only invited people get in. */
export function authOptions(): NextAuthOptions {
  return {
    secret: authSecret(),
    adapter: staffAdapter,
    session: { strategy: 'database', maxAge: sessionSeconds, updateAge: sessionSeconds, generateSessionToken: newToken },
    useSecureCookies: isSecure(),
    cookies: { sessionToken: { name: sessionCookie(), options: sessionCookieOptions() } },
    pages: { signIn: '/staff/sign-in', signOut: '/staff', error: '/staff/sign-in', verifyRequest: '/staff/sign-in?sent=1' },
    providers: [mailedLink(), ...workAccount()],
    callbacks: { signIn: mayEnter },
    // Its own logger prints addresses and tokens.
    logger: {
      error: (code, metadata) => void fault(`auth.${code}`, nameOf(metadata)),
      warn: (code) => info(`auth.${code}`),
      debug: () => {},
    },
  }
}

function mailedLink() {
  return EmailProvider({
    maxAge: linkMinutes * 60,
    generateVerificationToken: newToken,
    // next-auth hashes a token together with this: nothing added, what is kept is what hashToken() makes of it.
    secret: '',
    normalizeIdentifier: (typed) => readStaffAddress(typed) ?? refuse(),
    sendVerificationRequest: ({ identifier, token }) => mailSignInLink({ email: identifier, token }),
  })
}

type Claims = { sub: string; email?: string; email_verified?: boolean | string; name?: string }

function workAccount(): OAuthConfig<Claims>[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env()
  if (!(OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET)) return []
  return [
    {
      id: 'oidc',
      name: 'Work account',
      type: 'oauth',
      wellKnown: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: 'openid email profile' } },
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      userinfo: { request: ({ tokens, client }) => claimsOf(tokens as Tokens, client) },
      // Safe with one provider of our own choosing, as mayEnter() lets in verified addresses only.
      allowDangerousEmailAccountLinking: true,
      profile: ({ sub, name, email }) => ({ id: sub, name: name ?? null, email: readStaffAddress(email ?? '') }),
    },
  ]
}

type Client = Parameters<NonNullable<UserinfoEndpointHandler['request']>>[0]['client']
type Tokens = Exclude<Parameters<Client['userinfo']>[0], string>

/** The identity token proves who it is. Many providers put the address in it; others tell it only when asked, and then about the same person. */
async function claimsOf(tokens: Tokens, client: Client): Promise<Claims> {
  const told = tokens.claims()
  const { sub, email, email_verified, name } = told.email === undefined ? await client.userinfo(tokens) : told
  return { sub, ...(email ? { email } : {}), ...(email_verified === undefined ? {} : { email_verified }), ...(name ? { name } : {}) }
}

type Attempt = Parameters<NonNullable<NonNullable<NextAuthOptions['callbacks']>['signIn']>>[0]

async function mayEnter({ user, account, profile, email }: Attempt): Promise<boolean | string> {
  const address = readStaffAddress(user.email ?? '')
  const invited = address !== null && (await invitedByEmail(address)) !== null
  if (account?.provider === 'oidc') return invited && isVerified(profile)
  // An address we do not know gets the answer of one we do.
  if (email?.verificationRequest && !invited) return `${env().SITE_URL}/api/auth/verify-request?provider=email&type=email`
  return invited
}

function isVerified(profile: unknown): boolean {
  const claims = profile as Claims | undefined
  return claims?.email_verified === true || claims?.email_verified === 'true'
}

function nameOf(metadata: unknown): string {
  const error = metadata instanceof Error ? metadata : (metadata as { error?: unknown } | undefined)?.error
  return error instanceof Error ? error.name : 'unknown'
}

function refuse(): never {
  throw new Error('not a mail address')
}
