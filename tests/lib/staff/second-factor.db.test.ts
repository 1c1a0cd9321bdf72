import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { hashToken } from '#lib/foundation/ids.ts'
import { open } from '#lib/foundation/sealed.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { beginFactor, confirmFactor, dropFactor, type FactorHolder, factorState, renewCodes, showFactor } from '#lib/staff/second-factor.ts'
import { readSession, sessionOf, startSession } from '#lib/staff/sessions.ts'
import { digitsAt } from '#lib/staff/totp.ts'
import { invited } from '#tests/factories/staff.ts'
import { refusalOf } from '#tests/support/refusals.ts'

const step = 30_000

async function signedIn(person: StaffActor): Promise<FactorHolder & { token: string }> {
  const { token } = (await startSession(person.id)) ?? { token: '' }
  const session = await readSession(token)
  return { token, sessionId: session?.id ?? '', userId: person.id, email: person.email }
}

async function secretOf(userId: string): Promise<string> {
  return open((await db.secondFactor.findUniqueOrThrow({ where: { userId } })).secret, `second-factor:${userId}`)
}

/** Somebody with a working second factor, set up a while ago, and their recovery codes. */
async function withFactor(role: StaffActor['role'] = 'admin') {
  const person = await invited(role)
  const holder = await signedIn(person)
  await beginFactor(holder)
  const secret = await secretOf(person.id)
  const codes = await confirmFactor(holder, digitsAt(secret, Date.now()))
  await db.secondFactor.update({ where: { userId: person.id }, data: { lastStep: null } })
  return { person, holder, secret, codes }
}

test('setting up an app turns the factor on with ten codes, and its session goes on', async () => {
  const { person, holder, codes } = await withFactor()

  expect(new Set(codes).size).toBe(10)
  expect(await factorState(holder)).toMatchObject({ is: 'on', codesLeft: 10 })
  expect((await sessionOf(holder.token))?.actor.withoutSecondFactor).toBeUndefined()
  const rows = JSON.stringify([await db.recoveryCode.findMany(), await db.secondFactor.findMany()])
  expect(rows).not.toContain(codes[0])
  expect(rows).not.toContain(await secretOf(person.id))
})

test('wrong digits turn nothing on, and are recorded', async () => {
  const person = await invited('admin')
  const holder = await signedIn(person)
  await beginFactor(holder)

  expect(await refusalOf(confirmFactor(holder, '12345'))).toBe('factor.wrong')

  expect(await factorState(holder)).toMatchObject({ is: 'begun' })
  expect(await db.auditEvent.count({ where: { action: 'staff.factor-refused', subjectId: person.id } })).toBe(1)
})

test('a new session of whoever has a factor is nobody until the code is shown, and gets a new token then', async () => {
  for (const role of ['admin', 'reviewer'] as const) {
    const { person, secret } = await withFactor(role)
    const holder = await signedIn(person)
    expect(await sessionOf(holder.token)).toBeNull()
    expect((await readSession(holder.token))?.waitsFor).toBe('code')

    const { token } = await showFactor(holder, digitsAt(secret, Date.now()).replace(/(...)/, '$1 '))

    expect((await sessionOf(token))?.actor.id).toBe(person.id)
    expect(await readSession(holder.token)).toBeNull()
  }
})

test('other sessions that were open when the factor was set up have to show it', async () => {
  const person = await invited('admin')
  const [one, other] = [await signedIn(person), await signedIn(person)]
  await beginFactor(one)
  await confirmFactor(one, digitsAt(await secretOf(person.id), Date.now()))

  expect(await sessionOf(one.token)).not.toBeNull()
  expect(await sessionOf(other.token)).toBeNull()
})

test('a session that showed an earlier app has to show the one that took its place', async () => {
  const { person, holder, codes } = await withFactor()
  const other = await signedIn(person)
  const { token } = await showFactor(other, codes[0] ?? '')
  expect((await readSession(token))?.waitsFor).toBeNull()

  await dropFactor(holder, codes[1] ?? '')
  await beginFactor(holder)
  await confirmFactor(holder, digitsAt(await secretOf(person.id), Date.now()))

  expect((await readSession(token))?.waitsFor).toBe('code')
  expect((await readSession(holder.token))?.waitsFor).toBeNull()
})

test('a code counts one step early or late, and no further', async () => {
  for (const [off, is] of [
    [-1, true],
    [1, true],
    [-2, false],
    [2, false],
  ] as const) {
    const { person, secret } = await withFactor()
    const holder = await signedIn(person)

    const answer = await showFactor(holder, digitsAt(secret, Date.now() + off * step)).then(
      () => true,
      () => false,
    )

    expect([off, answer]).toEqual([off, is])
  }
})

test('the same code shown in two sessions at once lets one in', async () => {
  const { person, secret } = await withFactor()
  const holders = [await signedIn(person), await signedIn(person), await signedIn(person)]
  const digits = digitsAt(secret, Date.now())

  const answers = await Promise.all(
    holders.map((holder) =>
      showFactor(holder, digits).then(
        () => 'in',
        (error: Error) => error.message,
      ),
    ),
  )

  expect(answers.sort()).toEqual(['factor.wrong', 'factor.wrong', 'in'])
})

test('a recovery code replaces the app once, however it is typed', async () => {
  const { person, codes } = await withFactor()
  const code = ` ${codes[3]?.toLowerCase().replaceAll('-', ' ')} `
  await showFactor(await signedIn(person), code)

  expect(await refusalOf(showFactor(await signedIn(person), code))).toBe('factor.wrong')

  expect(await factorState({ userId: person.id, email: person.email })).toMatchObject({ codesLeft: 9 })
})

test('the recovery code of somebody else is worth nothing', async () => {
  const [mine, theirs] = [await withFactor(), await withFactor()]

  expect(await refusalOf(showFactor(await signedIn(mine.person), theirs.codes[0] ?? ''))).toBe('factor.wrong')
})

test('after ten tries even the right code has to wait', async () => {
  const { person, secret } = await withFactor()
  const holder = await signedIn(person)
  const answers: string[] = []
  for (let tries = 0; tries < 12; tries += 1) answers.push(await refusalOf(showFactor(holder, '000000')))

  expect(answers.at(-1)).toBe('factor.too-many')
  expect(await refusalOf(showFactor(holder, digitsAt(secret, Date.now())))).toBe('factor.too-many')
  expect(await sessionOf(holder.token)).toBeNull()
})

test('what works cannot be begun anew, only taken away with a code', async () => {
  const { holder, codes } = await withFactor()
  expect(await refusalOf(beginFactor(holder))).toBe('factor.on')
  expect(await refusalOf(dropFactor(holder, '000000'))).toBe('factor.wrong')

  await dropFactor(holder, codes[0] ?? '')

  expect(await factorState(holder)).toEqual({ is: 'none' })
  expect(await db.recoveryCode.count({ where: { userId: holder.userId } })).toBe(0)
})

test('new recovery codes end the earlier ones', async () => {
  const { person, holder, codes } = await withFactor()

  const fresh = await renewCodes(holder, codes[0] ?? '')

  expect(await refusalOf(showFactor(await signedIn(person), codes[1] ?? ''))).toBe('factor.wrong')
  await showFactor(await signedIn(person), fresh[0] ?? '')
})

test('a session that ended while the code was typed is not brought back', async () => {
  const { person, secret } = await withFactor()
  const holder = await signedIn(person)
  await db.staffSession.deleteMany({ where: { tokenHash: hashToken(holder.token) } })

  expect(await refusalOf(showFactor(holder, digitsAt(secret, Date.now())))).toBe('factor.session-over')
})
