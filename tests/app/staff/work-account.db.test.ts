import { afterAll, expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { invited } from '#tests/factories/staff.ts'
import { type Claims, client, startIssuer } from '#tests/fakes/issuer.ts'
import { asFormPost } from '#tests/support/request.ts'

const [provider, talkative] = [await startIssuer(), await startIssuer({ tellsInToken: true })]
afterAll(async () => void (await Promise.all([provider.stop(), talkative.stop()])))
Object.assign(process.env, { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret })
// After the environment, which is read once.
const { env } = await import('#lib/foundation/env.ts')
const { sessionOf } = await import('#lib/staff/sessions.ts')
const { GET: leave } = await import('#app/staff/sign-in/work-account/route.ts')
const { GET: comeBack } = await import('#app/api/auth/[...nextauth]/route.ts')

type Tamper = (address: URL) => URL
const same: Tamper = (address) => address

const cookiesOf = (response: Response) =>
  Object.fromEntries(response.headers.getSetCookie().map((line) => [line.slice(0, line.indexOf('=')), /=([^;]*)/.exec(line)?.[1] ?? '']))

async function back(address: URL, cookies: Readonly<Record<string, string>>) {
  const params = Promise.resolve({ nextauth: address.pathname.split('/').slice(3) })
  const { value } = await asFormPost(cookies, () => comeBack(new Request(address), { params }))
  if (!value) throw new Error('no answer')
  return { location: value.headers.get('location'), session: cookiesOf(value)['hob-session'] || undefined, response: value }
}

/** The whole way, as a browser without scripts goes it: our link, the provider, and back. */
async function signInWith(claims: Claims, { at = provider, tamper = same } = {}) {
  Object.assign(env(), { OIDC_ISSUER: at.issuer })
  const start = await leave()
  const asked = new URL(start.headers.get('location') ?? '')
  const address = tamper(await at.visit(asked.href, claims))
  const cookies = cookiesOf(start)
  return { start, asked, address, cookies, ...(await back(address, cookies)) }
}

test('a link, not a form, leads to the provider: with PKCE, state and nonce, and their keepers in cookies that scripts cannot read', async () => {
  const { email } = await invited('editor')

  const { start, asked, address } = await signInWith({ email, email_verified: true })

  expect(start.status).toBe(303)
  expect(asked.origin).toBe(provider.issuer)
  const { code_challenge_method, redirect_uri, scope, response_type } = Object.fromEntries(asked.searchParams)
  expect({ code_challenge_method, redirect_uri, scope, response_type }).toEqual({
    code_challenge_method: 'S256',
    redirect_uri: 'http://localhost:3000/api/auth/callback/oidc',
    scope: 'openid email profile',
    response_type: 'code',
  })
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.searchParams.get(name)?.length).toBeGreaterThan(20)
  expect(start.headers.getSetCookie().every((line) => /httponly/i.test(line) && /samesite=lax/i.test(line))).toBe(true)
  expect(address.searchParams.get('code')).toBeTruthy()
})

test.each([
  ['only when asked', provider],
  ['in the identity token', talkative],
])('an invited person signs in with a provider that tells the verified address %s', async (_, at) => {
  const person = await invited('editor')

  const { location, session, response } = await signInWith({ email: person.email.toUpperCase(), email_verified: true }, { at })

  expect(location).toBe('http://localhost:3000/staff')
  expect(response.headers.getSetCookie().find((line) => line.startsWith('hob-session='))).toMatch(/HttpOnly/i)
  expect((await sessionOf(session ?? ''))?.actor.id).toBe(person.id)
  expect(await db.staffSession.count({ where: { userId: person.id } })).toBe(1)
})

test('nobody else does, all get the same answer, and nobody is created', async () => {
  const person = await invited('admin')
  const removed = await invited('reviewer')
  await db.staffUser.update({ where: { id: removed.id }, data: { removedAt: new Date() } })
  const before = await db.staffUser.count()

  const outcomes = [
    await signInWith({ email: 'stranger@example.org', email_verified: true }),
    await signInWith({ email: removed.email, email_verified: true }),
    await signInWith({ email: person.email, email_verified: false }),
    await signInWith({ email: person.email }),
    await signInWith({ email: person.email, email_verified: false }, { at: talkative }),
    await signInWith({ email: '\u212Aim@example.org', email_verified: true }),
  ]

  expect(outcomes.map(({ session }) => session)).toEqual(outcomes.map(() => undefined))
  expect(new Set(outcomes.map(({ location }) => location)).size).toBe(1)
  expect(outcomes[0]?.location).toBe('http://localhost:3000/api/auth/error?error=AccessDenied')
  expect(await db.staffSession.count({ where: { userId: { in: [person.id, removed.id] } } })).toBe(0)
  expect(await db.staffUser.count()).toBe(before)
})

test('a forged state or code, another browser, or the same answer a second time signs nobody in', async () => {
  const person = await invited('admin')
  const claims = { email: person.email, email_verified: true }
  const forged =
    (name: string): Tamper =>
    (address) => {
      address.searchParams.set(name, 'forged')
      return address
    }

  const [state, code] = [await signInWith(claims, { tamper: forged('state') }), await signInWith(claims, { tamper: forged('code') })]
  expect([state.session, code.session]).toEqual([undefined, undefined])
  const good = await signInWith(claims)
  const [elsewhere, again] = [await back(good.address, {}), await back(good.address, good.cookies)]

  expect([elsewhere.session, again.session]).toEqual([undefined, undefined])
  expect(await db.staffSession.count({ where: { userId: person.id } })).toBe(1)
})

test('with a second factor a work account alone is not enough', async () => {
  const person = await invited('admin')
  await db.secondFactor.create({ data: { userId: person.id, secret: 'v1.sample', createdAt: new Date(), confirmedAt: new Date() } })

  const { session } = await signInWith({ email: person.email, email_verified: true })

  expect(session).toBeTruthy()
  expect(await sessionOf(session ?? '')).toBeNull()
})
