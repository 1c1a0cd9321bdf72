import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

export type Claims = Readonly<{ email: string; email_verified?: boolean; name?: string }>
type Manner = Readonly<{
  /** Where the provider sends people back to. */
  redirectUri?: string
  /** True: the address stands in the identity token as well, as with many providers; otherwise only where it is asked for. */
  tellsInToken?: boolean
}>

/** The client that the site is at this provider. */
export const client = { id: 'hob', secret: 'a-secret-of-tests' } as const

/**
 * An OpenID Connect provider on this machine, by a certified library: it insists on PKCE, redirects and one-time codes like a real one. In
 * place of a page that asks for a password, it signs in whoever was named last.
 */
export async function startIssuer({ redirectUri = 'http://localhost:3000/api/auth/callback/oidc', tellsInToken = false }: Manner = {}) {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let person: Claims = { email: 'nobody@example.org' }
  const known = new Map<string, Claims>()
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [signingKey()] },
    cookies: { keys: ['a-cookie-key-of-tests'] },
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: !tellsInToken,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId, ...claimsOf(known.get(accountId)) }) }),
    ttl: { Interaction: 60, Session: 60, Grant: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
  })
  const answer = provider.callback()
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    const accountId = `sub-${person.email}`
    known.set(accountId, person)
    const { params } = await provider.interactionDetails(request, response)
    const grant = new provider.Grant({ accountId, clientId: String(params.client_id) })
    grant.addOIDCScope('openid email profile')
    await provider.interactionFinished(request, response, { login: { accountId }, consent: { grantId: await grant.save() } })
  })

  /** Goes to the provider as a browser would, signs in as this person, and returns where the browser is sent at the end. */
  async function visit(address: string, claims: Claims): Promise<URL> {
    person = claims
    const jar = new Map<string, string>()
    let next = address
    for (let hops = 0; hops < 8 && next.startsWith(issuer); hops += 1) {
      const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
      const reply = await fetch(next, { redirect: 'manual', headers: { cookie } })
      for (const line of reply.headers.getSetCookie()) {
        const [pair = ''] = line.split(';')
        jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
      }
      const location = reply.headers.get('location')
      if (!location) throw new Error(`the provider answered ${reply.status}: ${(await reply.text()).slice(0, 300)}`)
      next = new URL(location, issuer).href
    }
    return new URL(next)
  }

  const stop = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { issuer, visit, stop }
}

type Told = Record<string, string | boolean>

function claimsOf(claims: Claims | undefined): Told {
  return Object.fromEntries(Object.entries(claims ?? {}).filter(([, value]) => value !== undefined)) as Told
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }
}
