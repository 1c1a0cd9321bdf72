import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { startSession } from '#lib/staff/sessions.ts'
import { invited } from '#tests/factories/staff.ts'
import { sendEntry } from '#tests/factories/submissions.ts'
import { asFormPost } from '#tests/support/request.ts'

// After the request's surroundings, which it looks for when it loads.
const { disqualify } = await import('#app/staff/submissions/[id]/disqualify/actions.ts')

const fresh = { values: { rule: '', note: '', sure: '' }, errors: {}, refused: null }
const filled = { rule: 'promotion', note: 'It sells a course.', sure: 'yes' }

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

const cookieOf = async (actor: StaffActor) => ({ 'hob-session': (await startSession(actor.id))?.token ?? '' })
const statusOf = async (id: string) => (await db.submission.findUniqueOrThrow({ where: { id } })).status

test('disqualifying by nobody, a reviewer or an editor changes nothing', async () => {
  const { id, reference } = await sendEntry()
  const sent = form({ reference, version: '1', ...filled })

  expect((await asFormPost({}, () => disqualify(fresh, sent))).redirect).toBe('/staff/sign-in')
  for (const role of ['reviewer', 'editor'] as const) {
    const answer = await asFormPost(await cookieOf(await invited(role)), () => disqualify(fresh, sent))
    expect(answer).toMatchObject({ value: fresh, redirect: null })
  }

  expect(await statusOf(id)).toBe('submitted')
})

test('an admin gets the form back until it says why, then the entry; what changed meanwhile is left alone', async () => {
  const [{ id, reference }, cookie] = [await sendEntry(), await cookieOf(await invited('admin'))]
  const send = (fields: Readonly<Record<string, string>>) => asFormPost(cookie, () => disqualify(fresh, form({ reference, ...fields })))

  expect((await send({ version: '1', rule: 'promotion', note: '', sure: '' })).value).toMatchObject({
    values: { rule: 'promotion' },
    errors: { note: 'note.missing', sure: 'sure.missing' },
  })
  expect((await send({ version: '9', ...filled })).value).toEqual({ values: filled, errors: {}, refused: 'changed' })
  expect(await statusOf(id)).toBe('submitted')

  const answer = await send({ version: '1', ...filled })
  expect(answer.redirect).toBe(`/staff/submissions/${reference}?done=disqualified`)
  expect(await statusOf(id)).toBe('disqualified')
  expect((await send({ version: '2', ...filled })).value).toMatchObject({ refused: 'cannot-move' })
})
