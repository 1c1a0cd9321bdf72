import { afterAll, expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { invited } from '#tests/factories/staff.ts'
import { type Claims, startIssuer } from '#tests/fakes/issuer.ts'

const provider = await startIssuer()
afterAll(provider.stop)
Object.assign(process.env, { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: 'hob', OIDC_CLIENT_SECRET: 'a-secret-of-tests' })
// After the environment, which is read once.
const { callAuth, cookiesOf, locationOf, startSignIn } = await import('#app/_auth/handler.ts')

type Tamper = (query: Record<string, string>) => Record<string, string>

/** Goes to the provider and comes back as this person. */
async function signInWith(claims: Claims, tamper: Tamper = (query) => query) {
  const start = await startSignIn('oidc', {})
  const address = locationOf(start) ?? ''
  const cookies = Object.fromEntries(cookiesOf(start).map(({ name, value }) => [name, value]))
  const back = await callAuth({ method: 'GET', path: ['callback', 'oidc'], query: tamper(provider.grant(address, claims)), cookies })
  return { address, location: locationOf(back), session: cookiesOf(back).find(({ name, value }) => name === 'hob-session' && value) }
}

test('an invited person with a verified address signs in with their work account', async () => {
  const { id, email } = await invited('editor')

  const { address, location, session } = await signInWith({ email: email.toUpperCase(), email_verified: true })

  const asked = new URL(address).searchParams
  expect(address.startsWith(`${provider.issuer}/authorize`)).toBe(true)
  expect(asked.get('redirect_uri')).toBe('http://localhost:3000/api/auth/callback/oidc')
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)?.length).toBeGreaterThan(20)
  expect(location).toBe('http://localhost:3000/staff')
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'lax' })
  expect(await db.staffSession.count({ where: { userId: id } })).toBe(1)
})

test('nobody else does, and nobody is created', async () => {
  const person = await invited('admin')
  const removed = await invited('admin')
  await db.staffUser.update({ where: { id: removed.id }, data: { removedAt: new Date() } })
  const before = await db.staffUser.count()

  const outcomes = [
    await signInWith({ email: 'stranger@example.org', email_verified: true }),
    await signInWith({ email: person.email, email_verified: false }),
    await signInWith({ email: person.email }),
    await signInWith({ email: removed.email, email_verified: true }),
    await signInWith({ email: person.email, email_verified: true }, (query) => ({ ...query, state: 'forged' })),
    await signInWith({ email: person.email, email_verified: true }, (query) => ({ ...query, code: 'forged' })),
  ]

  expect(outcomes.map(({ session }) => session)).toEqual(outcomes.map(() => undefined))
  for (const { location } of outcomes) expect(location).toContain('error=')
  expect(await db.staffSession.count({ where: { userId: { in: [person.id, removed.id] } } })).toBe(0)
  expect(await db.staffUser.count()).toBe(before)
})
