import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { startSession } from '#lib/staff/sessions.ts'
import { appealDecision } from '#lib/submissions/commands/appeal.ts'
import { screenSubmission } from '#lib/submissions/commands/screen.ts'
import { parseVerdict, readVerdict } from '#lib/submissions/staff/appeal-schema.ts'
import { invited } from '#tests/factories/staff.ts'
import { sendEntry } from '#tests/factories/submissions.ts'
import { asFormPost } from '#tests/support/request.ts'

// After the request's surroundings, which it looks for when it loads.
const { decide } = await import('#app/staff/submissions/[id]/appeal/actions.ts')

const fresh = { values: { version: '', outcome: '', reason: '' }, errors: {}, refused: null }

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

async function cookieOf(actor: StaffActor): Promise<Record<string, string>> {
  return { 'hob-session': (await startSession(actor.id))?.token ?? '' }
}

/** An appeal that waits, and a form that upholds it. */
async function waiting(screener: StaffActor) {
  const { id, reference, entryKey } = await sendEntry()
  const checklist = { linkOpens: true, hashtag: false, insideWindow: true, noSafetyWorry: true }
  await screenSubmission(screener, { outcome: 'ineligible', rule: 'no-hashtag', version: 1, note: null, checklist, reference })
  await appealDecision({ key: entryKey, text: 'The hashtag stands in the picture.' })
  const { id: appealId } = await db.appeal.findUniqueOrThrow({ where: { submissionId: id } })
  return { appealId, reference, sent: form({ appealId, reference, version: '3', outcome: 'upheld', reason: 'It does.' }) }
}

async function outcomeOf(id: string): Promise<string | null> {
  return (await db.appeal.findUniqueOrThrow({ where: { id } })).outcome
}

test('deciding an appeal by nobody, by a forged session or by an editor changes nothing', async () => {
  const { appealId, sent } = await waiting(await invited('reviewer'))

  const nobody = await asFormPost({}, () => decide(fresh, sent))
  const forged = await asFormPost({ 'hob-session': 'a'.repeat(43) }, () => decide(fresh, sent))
  const editor = await asFormPost(await cookieOf(await invited('editor')), () => decide(fresh, sent))

  expect([nobody.redirect, forged.redirect]).toEqual(['/staff/sign-in', '/staff/sign-in'])
  expect(editor).toMatchObject({ value: fresh, redirect: null })
  expect(await outcomeOf(appealId)).toBeNull()
})

test('somebody else decides; whoever found the entry not eligible gets the form back with why not', async () => {
  const [screener, other] = [await invited('reviewer'), await invited('reviewer')]
  const { appealId, reference, sent } = await waiting(screener)

  const own = await asFormPost(await cookieOf(screener), () => decide(fresh, sent))
  expect(own.value).toEqual({ values: { version: '3', outcome: 'upheld', reason: 'It does.' }, errors: {}, refused: 'own-decision' })
  const answer = await asFormPost(await cookieOf(other), () => decide(fresh, sent))

  expect(answer.redirect).toBe(`/staff/submissions/${reference}/appeal?done=1`)
  expect(await outcomeOf(appealId)).toBe('upheld')
  const again = await asFormPost(await cookieOf(other), () => decide(fresh, sent))
  expect(again.value).toMatchObject({ refused: 'decided' })
})

test.each([
  ['nothing chosen', { reason: 'It does.' }, { outcome: 'outcome.missing' }],
  ['an outcome that does not exist', { outcome: 'maybe', reason: 'It does.' }, { outcome: 'outcome.missing' }],
  ['no reason', { outcome: 'rejected', reason: ' \u200b' }, { reason: 'reason.missing' }],
  ['a reason too long', { outcome: 'rejected', reason: 'é'.repeat(1001) }, { reason: 'reason.too-long' }],
  ['a reason that cannot be kept', { outcome: 'rejected', reason: 'No\u0000' }, { reason: 'text.forbidden' }],
])('%s is named at its field', (_, fields, errors) => {
  expect(parseVerdict(readVerdict(form({ version: '3', ...fields } as Record<string, string>)))).toEqual({ ok: false, errors })
})
