import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import type { StaffRole } from '#lib/staff/actor.ts'
import { sessionOf, startSession } from '#lib/staff/sessions.ts'
import { newSignInUrl } from '#lib/staff/sign-in.ts'
import { invited } from '#tests/factories/staff.ts'
import { sendEntry } from '#tests/factories/submissions.ts'
import { asFormPost } from '#tests/support/request.ts'

// After the request's surroundings, which they look for when they load.
const { followLink, requestLink } = await import('#app/staff/sign-in/actions.ts')
const { screenEntry } = await import('#app/staff/submissions/[id]/actions.ts')
const { keepView } = await import('#app/staff/submissions/actions.ts')
const { POST: signOut } = await import('#app/staff/sign-out/route.ts')

const checks = ['linkOpens', 'hashtag', 'insideWindow', 'noSafetyWorry']
const empty = { version: '', outcome: '', rule: '', note: '', question: '', deadlineOn: '', checks: [] }
const fresh = { values: empty, errors: {}, refused: null }

function form(fields: Readonly<Record<string, string | readonly string[]>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) data.append(name, one)
  return data
}

async function cookieOf(role: StaffRole): Promise<Record<string, string>> {
  const session = await startSession((await invited(role)).id)
  return { 'hob-session': session?.token ?? '' }
}

async function trace(submissionId: string) {
  const { status, version } = await db.submission.findUniqueOrThrow({ where: { id: submissionId } })
  return { status, version, screenings: await db.screening.count({ where: { submissionId } }) }
}

test('screening by nobody, by a forged session or by an editor changes nothing', async () => {
  const { reference, id } = await sendEntry()
  const sent = form({ reference, version: '1', outcome: 'eligible', checks })

  const nobody = await asFormPost({}, () => screenEntry(fresh, sent))
  const forged = await asFormPost({ 'hob-session': 'a'.repeat(43) }, () => screenEntry(fresh, sent))
  const editor = await asFormPost(await cookieOf('editor'), () => screenEntry(fresh, sent))

  expect([nobody.redirect, forged.redirect]).toEqual(['/staff/sign-in', '/staff/sign-in'])
  expect(editor).toMatchObject({ value: fresh, redirect: null })
  expect(await trace(id)).toEqual({ status: 'submitted', version: 1, screenings: 0 })
})

test('a reviewer and an admin may screen, and see what they recorded', async () => {
  for (const role of ['reviewer', 'admin'] as const) {
    const { reference, id } = await sendEntry()

    const answer = await asFormPost(await cookieOf(role), () =>
      screenEntry(fresh, form({ reference: reference.toLowerCase(), version: '1', outcome: 'eligible', checks })),
    )

    expect(answer.redirect).toBe(`/staff/submissions/${reference}?done=eligible`)
    expect(await trace(id)).toEqual({ status: 'eligible', version: 2, screenings: 1 })
  }
})

test('a form with something wrong comes back as it was filled in', async () => {
  const { reference, id } = await sendEntry()
  const typed = { version: '1', outcome: 'question', question: '', note: 'Keep me.', rule: '', deadlineOn: 'soon', checks: ['hashtag'] }

  const { value } = await asFormPost(await cookieOf('reviewer'), () => screenEntry(fresh, form({ ...typed, reference })))

  expect(value).toEqual({
    values: typed,
    errors: { question: { code: 'question.missing' }, deadlineOn: { code: 'deadline.missing' } },
    refused: null,
  })
  expect(await trace(id)).toEqual({ status: 'submitted', version: 1, screenings: 0 })
})

test('a decision about an entry that changed meanwhile comes back, with what was typed', async () => {
  const { reference, id } = await sendEntry()
  const cookies = await cookieOf('reviewer')
  const decide = (outcome: string) =>
    asFormPost(cookies, () => screenEntry(fresh, form({ reference, version: '1', outcome, rule: 'unsafe', note: 'Keep me.', checks })))
  await decide('eligible')

  const { value } = await decide('ineligible')

  expect(value).toMatchObject({ refused: 'changed', errors: {}, values: { note: 'Keep me.', rule: 'unsafe' } })
  expect(await trace(id)).toEqual({ status: 'eligible', version: 2, screenings: 1 })
})

test('asking for a link says what is wrong with the address, and otherwise always the same', async () => {
  const { email } = await invited('reviewer')
  const ask = (typed: string) => asFormPost({}, () => requestLink({ typed: '', problem: null }, form({ email: typed })))

  expect((await ask(' ')).value).toEqual({ typed: ' ', problem: 'missing' })
  expect((await ask('\u212Aim@example.org')).value).toEqual({ typed: '\u212Aim@example.org', problem: 'invalid' })
  expect((await ask('stranger@example.org')).redirect).toBe('/staff/sign-in?sent=1')
  expect((await ask(email)).redirect).toBe('/staff/sign-in?sent=1')
  expect(await db.mail.count({ where: { kind: 'staff-sign-in' } })).toBe(1)
})

test('too many tries from one network are slowed down, with the address kept', async () => {
  const ask = () => asFormPost({}, () => requestLink({ typed: '', problem: null }, form({ email: 'slow@example.org' })))
  const answers: Awaited<ReturnType<typeof ask>>[] = []
  for (let tries = 0; tries < 12; tries += 1) answers.push(await ask())

  expect(answers.at(0)?.redirect).toBe('/staff/sign-in?sent=1')
  expect(answers.at(-1)?.value).toMatchObject({ typed: 'slow@example.org', problem: 'tooMany' })
  expect(answers.at(-1)?.value?.retryAfter).toBeGreaterThan(0)
})

test('pressing the button of a link begins a new session and ends the one before', async () => {
  const person = await invited('reviewer')
  const before = (await startSession(person.id))?.token ?? ''
  const token = new URL((await newSignInUrl(person.email)) ?? '').searchParams.get('token') ?? ''

  const answer = await asFormPost({ 'hob-session': before }, () => followLink(form({ token })))
  const again = await asFormPost({}, () => followLink(form({ token })))

  const now = answer.cookies.get('hob-session') ?? ''
  expect([answer.redirect, now === before]).toEqual(['/staff', false])
  expect((await sessionOf(now))?.actor.id).toBe(person.id)
  expect(await sessionOf(before)).toBeNull()
  expect(again.redirect).toBe(`/staff/sign-in/confirm?token=${token}`)
  expect(again.cookies.size).toBe(0)
})

test('signing out ends the session, takes the cookie back and has the browser forget', async () => {
  const cookies = await cookieOf('admin')

  const { value } = await asFormPost(cookies, () => signOut())

  expect(await sessionOf(cookies['hob-session'] ?? '')).toBeNull()
  expect(value?.status).toBe(303)
  expect(value?.headers.get('location')).toBe('http://localhost:3000/staff/sign-in?signed-out=1')
  expect(value?.headers.get('set-cookie')).toMatch(/hob-session=;.*Max-Age=0/i)
  expect(value?.headers.get('clear-site-data')).toContain('storage')
})

test('a named view is kept without characters that no name can hold', async () => {
  const person = await invited('reviewer')
  const cookie = { 'hob-session': (await startSession(person.id))?.token ?? '' }

  const { redirect } = await asFormPost(cookie, () => keepView({ name: '', error: null }, form({ name: 'My\u0000\u0007 view', query: '' })))

  expect(redirect).toContain('/staff/submissions?')
  expect(await db.savedView.findMany({ where: { staffId: person.id }, select: { name: true } })).toEqual([{ name: 'My view' }])
})
