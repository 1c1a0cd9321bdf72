import { afterEach, expect, test } from 'vitest'
import { env } from '#lib/foundation/env.ts'
import { type FactorRule, factorRule } from '#lib/staff/factor-rule.ts'
import { may, staffVerbs } from '#lib/staff/permissions.ts'
import { beginFactor, confirmFactor, factorState } from '#lib/staff/second-factor.ts'
import { readSession, sessionOf, startSession } from '#lib/staff/sessions.ts'
import { digitsAt } from '#lib/staff/totp.ts'
import { invited } from '#tests/factories/staff.ts'

const before = { ...env() }
afterEach(() => void Object.assign(env(), { SMTP_URL: undefined, SECOND_FACTOR: undefined }, before))

async function session(role: 'admin' | 'reviewer', rule: FactorRule) {
  Object.assign(env(), { SECOND_FACTOR: rule })
  const person = await invited(role)
  return (await startSession(person.id))?.token ?? ''
}

test('a site that sends mail to the world requires a second factor of admins; one that is tried out offers it', () => {
  expect(factorRule()).toBe('offered')
  Object.assign(env(), { NODE_ENV: 'production', SMTP_URL: 'smtp://mail', SITE_URL: 'https://stories.example.org' })
  expect(factorRule()).toBe('required')
  Object.assign(env(), { SITE_URL: 'http://localhost:3000' })
  expect(factorRule()).toBe('offered')
  Object.assign(env(), { SECOND_FACTOR: 'decisions' })
  expect(factorRule()).toBe('decisions')
})

test('without a second factor an admin may do everything but what cannot be undone', async () => {
  const actor = (await sessionOf(await session('admin', 'decisions')))?.actor ?? null

  expect(staffVerbs.filter((verb) => !may(actor, verb))).toEqual([
    'submission.disqualify',
    'results.release',
    'award.confirm',
    'payout.see',
    'people.manage',
    'campaign.set',
  ])
})

test('where it is only offered an admin may do everything, and is told', async () => {
  const actor = (await sessionOf(await session('admin', 'offered')))?.actor ?? null

  expect(actor?.withoutSecondFactor).toBe('offered')
  expect(staffVerbs.filter((verb) => !may(actor, verb))).toEqual([])
})

test('where it is required an admin is nobody before setting it up, and others come in', async () => {
  const [admin, reviewer] = [await session('admin', 'required'), await session('reviewer', 'required')]

  expect(await sessionOf(admin)).toBeNull()
  expect((await readSession(admin))?.waitsFor).toBe('set-up')
  expect((await sessionOf(reviewer))?.actor.withoutSecondFactor).toBeUndefined()
})

test('where it is required an admin who has none sets it up in the waiting session and is in', async () => {
  const token = await session('admin', 'required')
  const waiting = await readSession(token)
  const holder = { sessionId: waiting?.id ?? '', userId: waiting?.actor.id ?? '', email: waiting?.actor.email ?? '' }

  await beginFactor(holder)
  expect(await sessionOf(token)).toBeNull()
  const state = await factorState(holder)
  await confirmFactor(holder, digitsAt(state.is === 'begun' ? state.secret : '', Date.now()))
  const actor = (await sessionOf(token))?.actor ?? null
  expect(staffVerbs.filter((verb) => !may(actor, verb))).toEqual([])
})
