import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { startSession } from '#lib/staff/sessions.ts'
import { invited } from '#tests/factories/staff.ts'
import { sendEntry } from '#tests/factories/submissions.ts'
import { asFormPost } from '#tests/support/request.ts'

// After the request's surroundings, which it looks for when it loads.
const { answerProposal, disqualify } = await import('#app/staff/submissions/[id]/disqualify/actions.ts')
const { default: DisqualifyPage } = await import('#app/staff/submissions/[id]/disqualify/page.tsx')

const fresh = { values: { rule: '', note: '', sure: '' }, errors: {}, refused: null }
const filled = { rule: 'promotion', note: 'It sells a course.', sure: 'yes' }

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

const cookieOf = async (actor: StaffActor) => ({ 'hob-session': (await startSession(actor.id))?.token ?? '' })
const open = (submissionId: string) => db.disqualification.findFirst({ where: { submissionId, decidedAt: null } })

/** What stands on the page below the frame of the back office. */
async function shown(cookie: Readonly<Record<string, string>>, reference: string): Promise<string> {
  const asked = { params: Promise.resolve({ id: reference }), searchParams: Promise.resolve({}) }
  const { value } = await asFormPost(cookie, () => DisqualifyPage(asked))
  return renderToStaticMarkup((value as ReactElement<{ children: ReactNode }>).props.children)
}

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

test('an admin gets the form back until it says why, then the proposal; what changed meanwhile is left alone', async () => {
  const [{ id, reference }, cookie] = [await sendEntry(), await cookieOf(await invited('admin'))]
  const send = (fields: Readonly<Record<string, string>>) => asFormPost(cookie, () => disqualify(fresh, form({ reference, ...fields })))
  const page = `/staff/submissions/${reference}/disqualify`

  expect((await send({ version: '1', rule: 'promotion', note: '', sure: '' })).value).toMatchObject({
    values: { rule: 'promotion' },
    errors: { note: 'note.missing', sure: 'sure.missing' },
  })
  expect((await send({ version: '9', ...filled })).value).toEqual({ values: filled, errors: {}, refused: 'changed' })
  expect(await open(id)).toBeNull()

  expect((await send({ version: '1', ...filled })).redirect).toBe(`${page}?done=proposed`)
  expect([await statusOf(id), await open(id)]).toMatchObject(['submitted', { rule: 'promotion', note: 'It sells a course.' }])
  expect((await send({ version: '1', ...filled })).redirect).toBe(`${page}?done=waits`)
  await db.submission.update({ where: { id }, data: { status: 'withdrawn' } })
  expect((await send({ version: '1', ...filled })).value).toMatchObject({ refused: 'cannot-move' })
})

test('another admin sees the proposal and confirms it, whoever made it can only take it back', async () => {
  const [{ id, reference }, { id: dropId, reference: drop }] = [await sendEntry(), await sendEntry()]
  const [mine, theirs] = [await cookieOf(await invited('admin')), await cookieOf(await invited('admin'))]
  for (const named of [reference, drop])
    await asFormPost(mine, () => disqualify(fresh, form({ reference: named, version: '1', ...filled })))
  const answer = async (cookie: Readonly<Record<string, string>>, fields: Readonly<Record<string, string>>) =>
    asFormPost(cookie, () => answerProposal({ refused: null }, form({ reference, ...fields })))
  const proposal = (await open(id))?.id ?? ''

  const [own, other] = [await shown(mine, reference), await shown(theirs, reference)]
  for (const page of [own, other]) expect(page).toMatch(/Sample admin.*It promotes or sells something.*It sells a course\..*value="drop"/s)
  expect(own).toContain('another admin has to confirm it')
  expect([own.includes('value="confirm"'), other.includes('value="confirm"')]).toEqual([false, true])

  expect((await answer(mine, { proposal, answer: 'confirm' })).value).toEqual({ refused: 'own' })
  expect(await statusOf(id)).toBe('submitted')
  const reviewer = await cookieOf(await invited('reviewer'))
  expect(await answer(reviewer, { proposal, answer: 'confirm' })).toMatchObject({ value: { refused: null }, redirect: null })
  expect((await answer(theirs, { proposal, answer: 'confirm' })).redirect).toBe(`/staff/submissions/${reference}?done=disqualified`)
  expect(await statusOf(id)).toBe('disqualified')
  expect((await answer(theirs, { proposal, answer: 'drop' })).redirect).toBe(`/staff/submissions/${reference}/disqualify?done=decided`)

  await db.submission.update({ where: { id: dropId }, data: { version: { increment: 1 } } })
  const stale = { reference: drop, proposal: (await open(dropId))?.id ?? '' }
  expect(await shown(theirs, drop)).not.toContain('value="confirm"')
  expect((await answer(theirs, { ...stale, answer: 'confirm' })).value).toEqual({ refused: 'changed' })
  expect((await answer(theirs, { ...stale, answer: 'drop' })).redirect).toBe(`/staff/submissions/${drop}/disqualify?done=dropped`)
  expect([await statusOf(dropId), await open(dropId)]).toEqual(['submitted', null])
})
