import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import type { StaffRole } from '#lib/staff/actor.ts'
import { startSession } from '#lib/staff/sessions.ts'
import { invited } from '#tests/factories/staff.ts'
import { asFormPost } from '#tests/support/request.ts'

// After the request's surroundings, which they look for when they load.
const { resendAll, resendOne } = await import('#app/staff/mail/actions.ts')

const fresh = { refused: null }

function form(id?: string): FormData {
  const data = new FormData()
  if (id !== undefined) data.set('id', id)
  return data
}

async function cookieOf(role: StaffRole): Promise<Record<string, string>> {
  const session = await startSession((await invited(role)).id)
  return { 'hob-session': session?.token ?? '' }
}

async function dead(): Promise<string> {
  const id = newId()
  const words = { subject: 'Sample', text: 'Sample', html: '<p>Sample</p>' }
  const sent = {
    kind: 'question',
    recipient: 'a@example.org',
    locale: 'en',
    code: id,
    state: 'failed',
    attempts: 12,
    createdAt: new Date(),
  }
  await db.mail.create({ data: { id, ...words, ...sent } })
  return id
}

async function stateOf(id: string): Promise<string> {
  return (await db.mail.findUniqueOrThrow({ where: { id } })).state
}

test('nobody, a reviewer and an editor put no letter back into the queue', async () => {
  const id = await dead()
  expect((await asFormPost({}, () => resendOne(fresh, form(id)))).redirect).toBe('/staff/sign-in')
  expect((await asFormPost({}, () => resendAll(fresh, form()))).redirect).toBe('/staff/sign-in')
  for (const role of ['reviewer', 'editor'] as const) {
    const cookie = await cookieOf(role)
    expect(await asFormPost(cookie, () => resendOne(fresh, form(id)))).toMatchObject({ value: fresh, redirect: null })
    expect(await asFormPost(cookie, () => resendAll(fresh, form()))).toMatchObject({ value: fresh, redirect: null })
  }
  expect(await stateOf(id)).toBe('failed')
})

test('an admin puts one letter back, and is told when it was back before', async () => {
  const [cookie, id] = [await cookieOf('admin'), await dead()]
  expect((await asFormPost(cookie, () => resendOne(fresh, form(id)))).redirect).toBe(`/staff/mail/${id}?done=1`)
  expect(await stateOf(id)).toBe('queued')
  expect((await asFormPost(cookie, () => resendOne(fresh, form(id)))).value).toEqual({ refused: 'notFailed' })
})

test('a letter nobody knows, or no letter at all, is said to be unknown', async () => {
  const cookie = await cookieOf('admin')
  for (const id of [newId(), 'no id', '', undefined])
    expect((await asFormPost(cookie, () => resendOne(fresh, form(id)))).value).toEqual({ refused: 'unknown' })
})

test('an admin puts all letters back and reads how many', async () => {
  const cookie = await cookieOf('admin')
  await asFormPost(cookie, () => resendAll(fresh, form()))
  await Promise.all([dead(), dead()])
  expect((await asFormPost(cookie, () => resendAll(fresh, form()))).redirect).toBe('/staff/mail?done=2')
  expect((await asFormPost(cookie, () => resendAll(fresh, form()))).redirect).toBe('/staff/mail?done=0')
})
