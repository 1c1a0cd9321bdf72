import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { endSession, longestPause, longestSession, sessionOf, startSession } from '#lib/staff/sessions.ts'
import { invited } from '#tests/factories/staff.ts'

const minute = 60_000

async function signedIn(role: 'reviewer' | 'editor' | 'admin' = 'reviewer') {
  const person = await invited(role)
  const session = await startSession(person.id)
  if (!session) throw new Error('no session')
  return { person, token: session.token }
}

/** Moves the moments of somebody's session into the past. */
async function age(userId: string, moments: { began?: number; seen?: number }): Promise<void> {
  const createdAt = new Date(Date.now() - (moments.began ?? 0))
  await db.staffSession.updateMany({
    where: { userId },
    data: { createdAt, expiresAt: new Date(createdAt.getTime() + longestSession), lastSeenAt: new Date(Date.now() - (moments.seen ?? 0)) },
  })
}

test('a session tells who is asking, with the role they have now', async () => {
  const { person, token } = await signedIn('reviewer')
  expect((await sessionOf(token))?.actor).toEqual(person)

  await db.staffUser.update({ where: { id: person.id }, data: { role: 'editor', independent: true } })

  expect((await sessionOf(token))?.actor).toEqual({ ...person, role: 'editor', independent: true })
})

test('a session ends at once when its person is removed', async () => {
  const { person, token } = await signedIn()

  await db.staffUser.update({ where: { id: person.id }, data: { removedAt: new Date() } })

  expect(await sessionOf(token)).toBeNull()
  expect(await startSession(person.id)).toBeNull()
})

test('a session ends after 8 hours, however busy', async () => {
  const { person, token } = await signedIn()

  await age(person.id, { began: longestSession - minute })
  expect(await sessionOf(token)).not.toBeNull()
  await age(person.id, { began: longestSession })

  expect(await sessionOf(token)).toBeNull()
})

test('a session ends after 30 minutes without a request', async () => {
  const { person, token } = await signedIn()

  await age(person.id, { began: 60 * minute, seen: longestPause + 1000 })

  expect(await sessionOf(token)).toBeNull()
})

test('a request keeps a session alive, and is written down at most once a minute', async () => {
  const { person, token } = await signedIn()
  const seen = async () => (await db.staffSession.findFirstOrThrow({ where: { userId: person.id } })).lastSeenAt.getTime()
  await age(person.id, { began: 60 * minute, seen: 29 * minute })

  await sessionOf(token)
  const after = await seen()
  await age(person.id, { began: 60 * minute, seen: minute / 2 })
  const before = await seen()
  await sessionOf(token)

  expect(Date.now() - after).toBeLessThan(10_000)
  expect(await seen()).toBe(before)
})

test('signing out ends the session for good and is recorded', async () => {
  const { person, token } = await signedIn()

  await endSession(token)
  await endSession(token)
  await endSession('never-existed')

  expect(await sessionOf(token)).toBeNull()
  const record = await db.auditEvent.findMany({ where: { subjectId: person.id }, orderBy: { id: 'asc' } })
  expect(record.map(({ action, actorId }) => [action, actorId])).toEqual([
    ['staff.signed-in', person.id],
    ['staff.signed-out', person.id],
  ])
})

test('the database refuses a session longer than 8 hours', async () => {
  const { person } = await signedIn()
  const longer = { createdAt: new Date(0), expiresAt: new Date(longestSession + 1000) }

  await expect(db.staffSession.updateMany({ where: { userId: person.id }, data: longer })).rejects.toThrow(/staff_session_dates/)
})
