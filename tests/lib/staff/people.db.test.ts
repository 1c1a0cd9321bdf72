import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { bringPersonBack, changePerson, removePerson } from '#lib/staff/commands/change.ts'
import { invitePerson } from '#lib/staff/commands/invite.ts'
import { endOwnSessions, endSessionsOf, takeFactorAway } from '#lib/staff/commands/sessions.ts'
import { ownSessions, personForStaff, staffDirectory } from '#lib/staff/directory.ts'
import type { PersonDetails } from '#lib/staff/person-form.ts'
import { sessionOf, startSession } from '#lib/staff/sessions.ts'
import { isLinkAlive, newSignInUrl } from '#lib/staff/sign-in.ts'
import { invited } from '#tests/factories/staff.ts'
import { refusalOf } from '#tests/support/refusals.ts'

const details: PersonDetails = { name: 'Sample Person', role: 'reviewer', independent: true, languages: ['es', 'pt-BR'] }
const seen = ({ id }: { id: string }, version = 1) => ({ id, version })
const session = async ({ id }: { id: string }) => (await startSession(id))?.token ?? ''

async function onlyTheseAdmins(...people: readonly StaffActor[]): Promise<void> {
  await db.staffUser.updateMany({ where: { role: 'admin', id: { notIn: people.map(({ id }) => id) } }, data: { removedAt: new Date() } })
}

test('inviting makes the person and a mail with a link that works for a day', async () => {
  const admin = await invited('admin')

  const id = await invitePerson(admin, { ...details, email: 'new@example.org' })

  expect(await db.staffUser.findUnique({ where: { id } })).toMatchObject({ ...details, email: 'new@example.org', removedAt: null })
  const mail = await db.mail.findFirstOrThrow({ where: { recipient: 'new@example.org' } })
  expect(mail).toMatchObject({ kind: 'staff-invite', locale: 'es' })
  const token = /confirm\?token=(\S+)/.exec(mail.text)?.[1] ?? ''
  expect(await isLinkAlive(token)).toBe(true)
  const { expiresAt } = await db.signInToken.findFirstOrThrow({ where: { identifier: 'new@example.org' } })
  expect(Math.round((expiresAt.getTime() - Date.now()) / 3_600_000)).toBe(24)
  expect(await db.auditEvent.count({ where: { action: 'staff.invited', subjectId: id, actorId: admin.id } })).toBe(1)
})

test('an address is invited once, however many admins do it at once', async () => {
  const admins = [await invited('admin'), await invited('admin'), await invited('admin')]

  const answers = await Promise.all(
    admins.map((admin) =>
      invitePerson(admin, { ...details, email: 'twice@example.org' }).then(
        () => 'invited',
        (error: Error) => error.message,
      ),
    ),
  )

  expect(answers.sort()).toEqual(['invited', 'person.known', 'person.known'])
  expect(await db.mail.count({ where: { recipient: 'twice@example.org' } })).toBe(1)
})

test('removing somebody ends their sessions, links and second factor at once', async () => {
  const [admin, person] = [await invited('admin'), await invited('reviewer')]
  const [token, link] = [await session(person), (await newSignInUrl(person.email)) ?? '']

  await removePerson(admin, seen(person))

  expect(await sessionOf(token)).toBeNull()
  expect(await db.staffSession.count({ where: { userId: person.id } })).toBe(0)
  expect(await isLinkAlive(new URL(link).searchParams.get('token') ?? '')).toBe(false)
  expect(await startSession(person.id)).toBeNull()
  expect(await db.auditEvent.count({ where: { action: 'staff.removed', subjectId: person.id, actorId: admin.id } })).toBe(1)
})

test('what somebody was to read goes to others at once when they are removed or change their role, not for another name', async () => {
  const [admin, removed, changed, renamed] = await Promise.all([
    invited('admin'),
    invited('reviewer'),
    invited('reviewer'),
    invited('reviewer'),
  ])
  const asked = async () => {
    const [row] = await db.$queryRaw<{ count: number }[]>`select count(*)::int from graphile_worker.jobs where key = 'review.spread'`
    await db.$executeRaw`select graphile_worker.remove_job('review.spread')`
    return row?.count
  }
  await asked()

  await changePerson(admin, seen(renamed), { ...details, name: 'Another Name' })
  expect(await asked()).toBe(0)
  await changePerson(admin, seen(changed), { ...details, role: 'editor' })
  expect(await asked()).toBe(1)
  await removePerson(admin, seen(removed))
  expect(await asked()).toBe(1)
})

test('somebody removed comes back with their role and a new link, and no session of before', async () => {
  const [admin, person] = [await invited('admin'), await invited('editor')]
  const token = await session(person)
  await removePerson(admin, seen(person))
  expect(await refusalOf(invitePerson(admin, { ...details, email: person.email }))).toBe('person.removed')

  await bringPersonBack(admin, seen(person, 2))

  expect(await db.staffUser.findUnique({ where: { id: person.id } })).toMatchObject({ role: 'editor', removedAt: null })
  expect(await sessionOf(token)).toBeNull()
  expect(await db.mail.count({ where: { recipient: person.email, kind: 'staff-invite' } })).toBe(1)
})

test('another role ends every session, another name none', async () => {
  const [admin, person] = [await invited('admin'), await invited('reviewer')]
  const token = await session(person)

  expect(await changePerson(admin, seen(person), { ...details, name: 'Other Sample' })).toBe(false)
  expect((await sessionOf(token))?.actor).toMatchObject({ name: 'Other Sample', independent: true })
  expect(await changePerson(admin, seen(person, 2), { ...details, role: 'editor', independent: false })).toBe(true)

  expect(await sessionOf(token)).toBeNull()
  const record = await db.auditEvent.findMany({ where: { action: 'staff.changed', subjectId: person.id }, orderBy: { id: 'asc' } })
  expect(record.map(({ data }) => data)).toMatchObject([
    { from: 'reviewer', to: 'reviewer', renamed: true },
    { from: 'reviewer', to: 'editor', renamed: true },
  ])
  expect(JSON.stringify(record.map(({ data }) => data))).not.toContain('Other Sample')
})

test('of two admins who change somebody at once, the second is told', async () => {
  const [one, other, person] = [await invited('admin'), await invited('admin'), await invited('reviewer')]

  const answers = await Promise.all(
    [one, other].map((admin) =>
      changePerson(admin, seen(person), details).then(
        () => 'saved',
        (error: Error) => error.message,
      ),
    ),
  )

  expect(answers.sort()).toEqual(['person.changed', 'saved'])
})

test('the last admin can neither be removed nor demoted', async () => {
  const admin = await invited('admin')
  await onlyTheseAdmins(admin)

  expect(await refusalOf(removePerson(admin, seen(admin)))).toBe('person.last-admin')
  expect(await refusalOf(changePerson(admin, seen(admin), details))).toBe('person.last-admin')

  await expect(db.$executeRaw`update staff_user set role = 'editor' where id = ${admin.id}::uuid`).rejects.toThrow('last admin')
})

test('two admins who remove each other at once leave one', async () => {
  for (let round = 0; round < 4; round += 1) {
    const [one, other] = [await invited('admin'), await invited('admin')]
    await onlyTheseAdmins(one, other)

    const answers = await Promise.all([
      removePerson(one, seen(other)).then(
        () => 'removed',
        (error: Error) => error.message,
      ),
      removePerson(other, seen(one)).then(
        () => 'removed',
        (error: Error) => error.message,
      ),
    ])

    expect(answers.filter((answer) => answer === 'removed')).toHaveLength(1)
    expect(await db.staffUser.count({ where: { role: 'admin', removedAt: null } })).toBe(1)
  }
})

test('two admins who demote themselves at once, past every check of ours, leave one', async () => {
  const [one, other] = [await invited('admin'), await invited('admin')]
  await onlyTheseAdmins(one, other)

  const answers = await Promise.allSettled(
    [one, other].map(({ id }) => db.$executeRaw`update staff_user set role = 'editor' where id = ${id}::uuid`),
  )

  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('an admin who was removed meanwhile changes nothing more with a page that is still open', async () => {
  const [admin, removed, person] = [await invited('admin'), await invited('admin'), await invited('reviewer')]
  await removePerson(admin, seen(removed))

  for (const work of [
    () => changePerson(removed, seen(person), details),
    () => removePerson(removed, seen(person)),
    () => invitePerson(removed, { ...details, email: 'late@example.org' }),
    () => endSessionsOf(removed, person.id, { all: true }),
    () => takeFactorAway(removed, person.id),
  ])
    expect(await refusalOf(work())).toBe('staff.forbidden')
  expect(await db.staffUser.count({ where: { email: 'late@example.org' } })).toBe(0)
})

test('nobody but an admin manages people', async () => {
  const [reviewer, editor, person] = [await invited('reviewer'), await invited('editor'), await invited('reviewer')]

  for (const actor of [reviewer, editor])
    for (const work of [
      () => staffDirectory(actor),
      () => personForStaff(actor, person.id),
      () => changePerson(actor, seen(person), details),
      () => removePerson(actor, seen(person)),
      () => bringPersonBack(actor, seen(person)),
      () => invitePerson(actor, { ...details, email: 'no@example.org' }),
      () => endSessionsOf(actor, person.id, { all: true }),
      () => takeFactorAway(actor, person.id),
    ])
      expect(await refusalOf(work())).toBe('staff.forbidden')
})

test('people see and end their own sessions, and nobody else’s', async () => {
  const [person, stranger] = [await invited('reviewer'), await invited('reviewer')]
  const [here, there, theirs] = [await session(person), await session(person), await session(stranger)]
  const own = await ownSessions(person)
  const foreign = (await ownSessions(stranger))[0]?.id ?? ''
  expect(own).toHaveLength(2)

  expect(await endOwnSessions(person, { only: foreign })).toBe(0)
  const keep = (await sessionOf(here))?.id ?? ''
  expect(await endOwnSessions(person, { allBut: keep })).toBe(1)

  expect([await sessionOf(here), await sessionOf(there), await sessionOf(theirs)].map(Boolean)).toEqual([true, false, true])
})

test('an admin ends a session of somebody else, and it is recorded', async () => {
  const [admin, person] = [await invited('admin'), await invited('reviewer')]
  const token = await session(person)

  await endSessionsOf(admin, person.id, { only: (await sessionOf(token))?.id ?? '' })

  expect(await sessionOf(token)).toBeNull()
  expect(await db.auditEvent.count({ where: { action: 'staff.session-ended', subjectId: person.id, actorId: admin.id } })).toBe(1)
})

test('an admin takes a lost second factor away from somebody else, who is told, but not their own', async () => {
  const [admin, person] = [await invited('admin'), await invited('reviewer')]
  await db.secondFactor.create({ data: { userId: person.id, secret: 'v1.sample', createdAt: new Date(), confirmedAt: new Date() } })

  expect(await refusalOf(takeFactorAway(admin, admin.id))).toBe('person.own-factor')
  await takeFactorAway(admin, person.id)

  expect(await db.secondFactor.count({ where: { userId: person.id } })).toBe(0)
  expect(await db.mail.count({ where: { recipient: person.email, kind: 'staff-factor-away' } })).toBe(1)
  expect(await refusalOf(takeFactorAway(admin, person.id))).toBe('person.unknown')
})
