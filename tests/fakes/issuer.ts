import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Claims = Readonly<{ email: string; email_verified?: boolean; name?: string }>

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** An OpenID Connect provider that signs in whoever it is told to, and checks what a real one checks. */
export async function startIssuer() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const granted = new Map<string, { claims: Claims; nonce: string; challenge: string }>()
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const answer = request.url === '/token' ? token(new URLSearchParams(Buffer.concat(chunks).toString())) : documents()[request.url ?? '']
    response.writeHead(answer ? 200 : 400, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? { error: 'invalid_grant' }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  function documents(): Record<string, unknown> {
    const endpoints = { authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks` }
    return {
      '/.well-known/openid-configuration': { issuer, ...endpoints, id_token_signing_alg_values_supported: ['RS256'] },
      '/jwks': { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] },
    }
  }

  function token(form: URLSearchParams): unknown {
    const grant = granted.get(form.get('code') ?? '')
    granted.delete(form.get('code') ?? '')
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (!grant || grant.challenge !== proof) return null
    const seconds = Math.floor(Date.now() / 1000)
    const claims = {
      iss: issuer,
      aud: 'hob',
      sub: grant.claims.email,
      iat: seconds,
      exp: seconds + 60,
      nonce: grant.nonce,
      ...grant.claims,
    }
    const unsigned = `${base64({ alg: 'RS256', kid: 'one' })}.${base64(claims)}`
    const signature = sign('RSA-SHA256', Buffer.from(unsigned), privateKey).toString('base64url')
    return { access_token: randomUUID(), token_type: 'Bearer', expires_in: 60, id_token: `${unsigned}.${signature}` }
  }

  /** What the provider sends back after `address` asked for a sign-in of this person. */
  function grant(address: string, claims: Claims): Record<string, string> {
    const asked = new URL(address).searchParams
    const code = randomUUID()
    granted.set(code, { claims, nonce: asked.get('nonce') ?? '', challenge: asked.get('code_challenge') ?? '' })
    return { code, state: asked.get('state') ?? '' }
  }

  return { issuer, grant, stop: () => void server.close() }
}
