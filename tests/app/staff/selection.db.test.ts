import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { seenOf } from '#lib/review/commands/decide.ts'
import { startSession } from '#lib/staff/sessions.ts'
import { type EligibleEntry, makeEligible, makeManyReviews, makeReviewer } from '#tests/factories/review.ts'
import { invited } from '#tests/factories/staff.ts'
import { asFormPost } from '#tests/support/request.ts'

// After the request's surroundings, which they look for when they load.
const { decideEntry } = await import('#app/staff/selection/[reference]/actions.ts')
const { decideAllLeft } = await import('#app/staff/selection/actions.ts')
const { actOnRelease } = await import('#app/staff/selection/release/actions.ts')

const readers = [await makeReviewer(), await makeReviewer(), await makeReviewer({ independent: true })] as const
const freshDecision = { values: null, errors: {}, refused: null }
const freshRelease = { refused: null, correction: null, errors: {} }

function form(fields: Readonly<Record<string, string | readonly string[]>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) data.append(name, one)
  return data
}

async function cookieOf(role: 'reviewer' | 'editor' | 'admin'): Promise<Record<string, string>> {
  return { 'hob-session': (await startSession((await invited(role)).id))?.token ?? '' }
}

async function read(count: 2 | 3 = 3): Promise<EligibleEntry> {
  const entry = await makeEligible()
  await makeManyReviews(readers.slice(0, count).map(({ id }) => ({ submissionId: entry.id, reviewerId: id, scores: 4 })))
  return entry
}

const decisionOf = ({ id }: EligibleEntry) => db.decision.findUnique({ where: { submissionId: id } })
const deciding = (cookies: Record<string, string>, fields: Readonly<Record<string, string | readonly string[]>>) =>
  asFormPost(cookies, () => decideEntry(freshDecision, form({ place: '', note: '', seen: 'none', reasons: ['felt-real'], ...fields })))
const releasing = (cookies: Record<string, string>, fields: Readonly<Record<string, string>>) =>
  asFormPost(cookies, () => actOnRelease(freshRelease, form(fields)))

test('nobody, a reviewer and an editor decide, propose and release nothing', async () => {
  const entry = await read()
  const others = [{}, { 'hob-session': 'a'.repeat(43) }, await cookieOf('reviewer'), await cookieOf('editor')]

  for (const cookies of others) {
    const answers = [
      await deciding(cookies, { reference: entry.reference, outcome: 'selected' }),
      await asFormPost(cookies, () => decideAllLeft({ reasons: [], error: null }, form({ reasons: ['few-places'] }))),
      await releasing(cookies, { deed: 'propose' }),
    ]
    for (const { redirect } of answers) expect([null, '/staff/sign-in']).toContain(redirect)
  }

  expect([await db.decision.count(), await db.release.count()]).toEqual([0, 0])
})

test('a decision with something wrong comes back as it was filled in', async () => {
  const [admin, entry] = [await cookieOf('admin'), await read()]
  const typed = { outcome: 'selected', place: 'first', reasons: ['few-places', 'theme-thin', 'useful'], note: 'Keep me.', seen: 'none' }

  const { value } = await asFormPost(admin, () => decideEntry(freshDecision, form({ ...typed, reference: entry.reference })))
  expect(value).toEqual({ values: typed, errors: { reasons: 'reasons.too-many' }, refused: null })
  const fields = async (more: Readonly<Record<string, string | readonly string[]>>) =>
    (await deciding(admin, { reference: entry.reference, outcome: 'selected', ...more })).value?.errors
  expect(await fields({ outcome: '', reasons: [] })).toEqual({ outcome: 'outcome.missing', reasons: 'reasons.missing' })
  expect(await fields({ reasons: ['theme-thin'] })).toEqual({ reasons: 'reasons.do-not-fit' })
  expect(await fields({ outcome: 'reserve', place: '0' })).toEqual({ place: 'place.wrong' })
  expect(await fields({ note: 'x'.repeat(2001) })).toEqual({ note: 'note.too-long' })
  expect(await fields({ note: 'a\u0000b' })).toEqual({ note: 'note.forbidden' })
  expect(await decisionOf(entry)).toBeNull()
})

test('what an entry lacks is named, and what was chosen stays in the form', async () => {
  const [admin, entry] = [await cookieOf('admin'), await read(2)]

  const { value } = await deciding(admin, { reference: entry.reference, outcome: 'selected', note: 'Keep me.' })

  expect(value).toMatchObject({
    refused: { code: 'lacks', lacks: ['reviews', 'independent'], have: 2, need: 3 },
    values: { note: 'Keep me.' },
  })
})

test('a decision is recorded and leads back to its entry, with the cut where it was', async () => {
  const [admin, entry] = [await cookieOf('admin'), await read()]

  const answer = await deciding(admin, { reference: entry.reference.toLowerCase(), outcome: 'selected', places: '12' })

  expect(answer.redirect).toBe(`/staff/selection/${entry.reference}?done=1&places=12`)
  expect(await decisionOf(entry)).toMatchObject({ outcome: 'selected', reasons: ['felt-real'] })
  const again = await deciding(admin, { reference: entry.reference, outcome: 'not_selected', reasons: ['few-places'] })
  expect(again.value).toMatchObject({ refused: { code: 'changed' } })
})

test('proposing, confirming and correcting by form: two admins, letters read first', async () => {
  await db.submission.updateMany({ where: { status: 'eligible', decision: null }, data: { status: 'withdrawn' } })
  const [one, other, entry] = [await cookieOf('admin'), await cookieOf('admin'), await read()]
  expect((await releasing(one, { deed: 'propose' })).value).toMatchObject({ refused: 'blocked' })
  await deciding(one, {
    reference: entry.reference,
    outcome: 'not_selected',
    reasons: ['few-places'],
    seen: seenOf(await decisionOf(entry)),
  })

  expect((await releasing(one, { deed: 'propose' })).redirect).toBe('/staff/selection/release?done=proposed')
  const { id: release } = await db.release.findFirstOrThrow({ where: { cancelledAt: null } })
  expect((await releasing(other, { deed: 'confirm', release })).value).toMatchObject({ refused: 'unread' })
  expect((await releasing(one, { deed: 'confirm', release, read: 'yes' })).value).toMatchObject({ refused: 'same-person' })
  expect((await releasing(other, { deed: 'confirm', release: newId(), read: 'yes' })).value).toMatchObject({ refused: 'other' })
  expect((await releasing(other, { deed: 'confirm', release: 'x', read: 'yes' })).value).toMatchObject({ refused: 'other' })
  const correction = { deed: 'correct', correction: newId(), 'text-en': 'A sample correction.', 'text-es': '', 'text-ar': '' }
  expect((await releasing(one, correction)).value).toMatchObject({ refused: 'other', correction: { en: 'A sample correction.' } })

  expect((await releasing(other, { deed: 'confirm', release, read: 'yes' })).redirect).toBe('/staff/selection/release?done=released')
  expect((await releasing(other, { deed: 'confirm', release, read: 'yes' })).redirect).toBe('/staff/selection/release?done=released')
  expect((await releasing(one, { deed: 'cancel', release })).value).toMatchObject({ refused: 'released' })
  expect((await releasing(one, { ...correction, 'text-en': ' ' })).value).toMatchObject({ errors: { en: 'missing' } })
  expect((await releasing(one, correction)).redirect).toBe('/staff/selection/release?done=corrected')
  expect((await releasing(one, correction)).redirect).toBe('/staff/selection/release?done=corrected')
  const anew = { ...correction, 'text-en': 'Another sample.' }
  expect((await releasing(one, anew)).value).toMatchObject({ refused: 'sent', correction: { en: 'Another sample.' } })
  expect(await db.resultsCorrection.count()).toBe(1)
})
