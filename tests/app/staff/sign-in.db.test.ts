import { expect, test } from 'vitest'
import { callAuth, cookiesOf, locationOf, startSignIn } from '#app/_auth/handler.ts'
import { db } from '#lib/foundation/db.ts'
import { hashToken } from '#lib/foundation/ids.ts'
import { longestSession, sessionOf } from '#lib/staff/sessions.ts'
import { newSignInUrl } from '#lib/staff/sign-in.ts'
import { invited } from '#tests/factories/staff.ts'

const tokenOf = (url: string) => new URL(url).searchParams.get('token') ?? ''

async function mailedToken(email: string): Promise<string> {
  const mail = await db.mail.findFirstOrThrow({ where: { recipient: email }, orderBy: { createdAt: 'desc' } })
  return tokenOf(/http\S+\/staff\/sign-in\/confirm\S+/.exec(mail.text)?.[0] ?? '')
}

function follow(token: string) {
  return callAuth({ method: 'GET', path: ['callback', 'email'], query: { token } })
}

test('a mailed link signs its person in, once', async () => {
  const person = await invited('reviewer')
  await startSignIn('email', { email: person.email.toUpperCase() })
  const token = await mailedToken(person.email)

  const first = await follow(token)
  const second = await follow(token)

  const cookie = cookiesOf(first).find(({ name }) => name === 'hob-session')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' })
  expect((await sessionOf(cookie?.value ?? ''))?.actor).toEqual(person)
  expect(locationOf(first)).toBe('http://localhost:3000/staff')
  expect(cookiesOf(second).filter(({ name, value }) => name === 'hob-session' && value)).toEqual([])
  expect(locationOf(second)).toContain('error=Verification')
  expect(await db.staffSession.count({ where: { userId: person.id } })).toBe(1)
})

test('two people pressing the button of one link at once get one session', async () => {
  const person = await invited('reviewer')
  const token = tokenOf((await newSignInUrl(person.email)) ?? '')

  await Promise.all([follow(token), follow(token), follow(token)])

  expect(await db.staffSession.count({ where: { userId: person.id } })).toBe(1)
})

test('neither the token of a link nor that of a session is in the database', async () => {
  const person = await invited('admin')
  const token = tokenOf((await newSignInUrl(person.email)) ?? '')
  expect(await db.signInToken.findMany({ where: { identifier: person.email } })).toMatchObject([{ tokenHash: hashToken(token) }])

  const session = cookiesOf(await follow(token)).find(({ name }) => name === 'hob-session')?.value ?? ''

  const kept = await db.staffSession.findMany({ where: { userId: person.id } })
  expect(kept.map(({ tokenHash }) => tokenHash)).toEqual([hashToken(session)])
  expect(JSON.stringify(kept)).not.toContain(session)
  expect(session.length).toBeGreaterThanOrEqual(43)
})

test('the end of a session is fixed when it begins', async () => {
  const person = await invited('admin')
  await follow(tokenOf((await newSignInUrl(person.email)) ?? ''))

  const { createdAt, expiresAt } = await db.staffSession.findFirstOrThrow({ where: { userId: person.id } })

  expect(expiresAt.getTime() - createdAt.getTime()).toBe(longestSession)
})

test('a link older than ten minutes does not work', async () => {
  const person = await invited('reviewer')
  const token = tokenOf((await newSignInUrl(person.email)) ?? '')
  await db.signInToken.updateMany({ where: { identifier: person.email }, data: { expiresAt: new Date(Date.now() - 1) } })

  const answer = await follow(token)

  expect(locationOf(answer)).toContain('error=Verification')
  expect(await db.staffSession.count({ where: { userId: person.id } })).toBe(0)
})

test('an address we do not know gets the same answer, after about the same time, and no mail', async () => {
  const person = await invited('reviewer')
  const asked = async (email: string) => {
    const begun = performance.now()
    const answer = await startSignIn('email', { email })
    return { status: answer.status, location: locationOf(answer), ms: performance.now() - begun }
  }

  const known = await asked(person.email)
  const unknown = await asked('nobody-here@example.org')

  expect([unknown.status, unknown.location]).toEqual([known.status, known.location])
  // Both wait until the same moment; on a busy machine only the least time is sure.
  for (const { ms } of [known, unknown]) expect(ms).toBeGreaterThan(390)
  expect(await db.mail.count({ where: { recipient: 'nobody-here@example.org' } })).toBe(0)
  expect(await db.signInToken.count({ where: { identifier: 'nobody-here@example.org' } })).toBe(0)
})

test('somebody who was removed gets no link and cannot follow an old one', async () => {
  const person = await invited('reviewer')
  const token = tokenOf((await newSignInUrl(person.email)) ?? '')
  await db.staffUser.update({ where: { id: person.id }, data: { removedAt: new Date() } })

  await startSignIn('email', { email: person.email })
  await follow(token)

  expect(await db.mail.count({ where: { recipient: person.email } })).toBe(0)
  expect(await db.staffSession.count({ where: { userId: person.id } })).toBe(0)
  expect(await newSignInUrl(person.email)).toBeNull()
})

test('asking again and again fills nobody’s mailbox', async () => {
  const person = await invited('reviewer')

  for (let asked = 0; asked < 8; asked += 1) await startSignIn('email', { email: person.email })

  expect(await db.mail.count({ where: { recipient: person.email } })).toBe(5)
})

test('next-auth creates nobody and never mails an address made of look-alike letters', async () => {
  const person = await invited('admin', 'kim@example.org')
  const before = await db.staffUser.count()

  const answer = await startSignIn('email', { email: '\u212Aim@example.org' })

  expect(locationOf(answer)).toContain('error=EmailSignin')
  expect(await db.mail.count({ where: { recipient: person.email } })).toBe(0)
  expect(await db.staffUser.count()).toBe(before)
})
