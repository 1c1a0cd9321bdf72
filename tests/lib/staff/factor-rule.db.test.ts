import { afterEach, expect, test } from 'vitest'
import { env } from '#lib/foundation/env.ts'
import { type FactorRule, factorRule } from '#lib/staff/factor-rule.ts'
import { may, staffVerbs } from '#lib/staff/permissions.ts'
import { readSession, sessionOf, startSession } from '#lib/staff/sessions.ts'
import { invited } from '#tests/factories/staff.ts'

const before = { ...env() }
afterEach(() => void Object.assign(env(), { SMTP_URL: undefined, SECOND_FACTOR: undefined }, before))

async function session(role: 'admin' | 'reviewer', rule: FactorRule) {
  Object.assign(env(), { SECOND_FACTOR: rule })
  const person = await invited(role)
  return (await startSession(person.id))?.token ?? ''
}

test('a site that sends mail to the world withholds what cannot be undone; one that is tried out offers', () => {
  expect(factorRule()).toBe('offered')
  Object.assign(env(), { NODE_ENV: 'production', SMTP_URL: 'smtp://mail', SITE_URL: 'https://stories.example.org' })
  expect(factorRule()).toBe('decisions')
  Object.assign(env(), { SITE_URL: 'http://localhost:3000' })
  expect(factorRule()).toBe('offered')
  Object.assign(env(), { SECOND_FACTOR: 'required' })
  expect(factorRule()).toBe('required')
})

test('without a second factor an admin may do everything but what cannot be undone', async () => {
  const actor = (await sessionOf(await session('admin', 'decisions')))?.actor ?? null

  expect(staffVerbs.filter((verb) => !may(actor, verb))).toEqual([
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
