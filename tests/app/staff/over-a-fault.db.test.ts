import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { startSession } from '#lib/staff/sessions.ts'
import { makeEligible } from '#tests/factories/review.ts'
import { invited } from '#tests/factories/staff.ts'
import { openCampaign, sendEntry } from '#tests/factories/submissions.ts'
import { asFormPost } from '#tests/support/request.ts'

// After the request's surroundings, which they look for when they load.
const { personDeed } = await import('#app/staff/people/[id]/actions.ts')
const { changeDate } = await import('#app/staff/campaign/closing/actions.ts')
const { saveSettings } = await import('#app/staff/campaign/settings/actions.ts')
const { decideEntry } = await import('#app/staff/selection/[reference]/actions.ts')
const { screenEntry } = await import('#app/staff/submissions/[id]/actions.ts')
const { decide } = await import('#app/staff/submissions/[id]/appeal/actions.ts')
const { approve, save } = await import('#app/staff/submissions/[id]/copy/actions.ts')

await openCampaign()
const admin = await invited('admin')
const cookie = { 'hob-session': (await startSession(admin.id))?.token ?? '' }
const fresh = { values: null, errors: {}, refused: null }

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

test('an admin who is told that somebody changed a person sees them as they are now', async () => {
  const { id } = await invited('reviewer')
  const send = async (fields: Readonly<Record<string, string>>) =>
    (await asFormPost(cookie, () => personDeed(fresh, form({ deed: 'save', person: id, name: '', role: 'reviewer', ...fields })))).value
  await send({ role: 'editor', version: '1' })

  expect((await send({ version: '1', languages: '??' }))?.values).toMatchObject({ role: 'reviewer', version: '1' })
  expect(await send({ version: '1' })).toEqual({ values: null, errors: {}, refused: 'changed' })
  expect(await db.staffUser.findUniqueOrThrow({ where: { id } })).toMatchObject({ role: 'editor', version: 2 })
})

test('a closing date is read in the zone its form showed, also after a fault', async () => {
  const { version } = await db.campaign.update({ where: { id: 'humans-of-binance' }, data: { version: { increment: 1 } } })
  const typed = { closesAt: '2030-01-01T12:00', zone: 'Europe/Lisbon' }
  const send = async (fields: Readonly<Record<string, string>>) =>
    (await asFormPost(cookie, () => changeDate(fresh, form({ ...typed, ...fields })))).value

  expect((await send({ version: String(version) }))?.values).toMatchObject({ ...typed, version: String(version) })
  const told = await send({ version: String(version - 1), reason: 'Told so.' })
  expect(told).toEqual({ values: { closesAt: typed.closesAt, reason: 'Told so.' }, errors: {}, refused: 'changed' })
})

test('an admin who is told that somebody changed the settings sees all of them as they are now', async () => {
  const typed = { timeZone: 'UTC', opensAt: '2025-09-03T00:00', contact: 'a@example.org', reason: 'Because.', version: '0' }
  const send = async (fields: Readonly<Record<string, string>>) =>
    (await asFormPost(cookie, () => saveSettings(fresh, form({ ...typed, ...fields })))).value

  expect((await send({ claimDays: '0' }))?.values).toMatchObject(typed)
  expect(await send({})).toEqual({ values: { reason: 'Because.' }, errors: {}, refused: 'changed' })
})

test('who is told of a change may decide about what is shown now, with what they typed', async () => {
  const entry = await makeEligible()
  const decision = { outcome: 'not_selected', reasons: 'few-places', seen: 'another', reference: entry.reference }
  const decided = await asFormPost(cookie, () => decideEntry(fresh, form(decision)))
  expect(decided.value).toMatchObject({ refused: { code: 'changed' }, values: { outcome: 'not_selected', seen: '' } })

  const { reference } = await sendEntry()
  const screened = { reference, version: '9', outcome: 'ineligible', rule: 'unsafe', note: 'Mine.' }
  const nothing = { outcome: '', rule: '', note: '', question: '', deadlineOn: '', version: '', checks: [] }
  const screening = await asFormPost(cookie, () => screenEntry({ values: nothing, errors: {}, refused: null }, form(screened)))
  expect(screening.value).toMatchObject({ refused: 'changed', values: { note: 'Mine.', version: '' } })

  const verdict = { reference, appealId: newId(), version: '9', outcome: 'upheld', reason: 'Looked again.' }
  const unread = { values: { version: '', outcome: '', reason: '' }, errors: {}, refused: null }
  const appeal = await asFormPost(cookie, () => decide(unread, form(verdict)))
  expect(appeal.value).toMatchObject({ refused: 'changed', values: { reason: 'Looked again.', version: '' } })

  await db.knownEntry.createMany({ data: [{ submissionId: entry.id, staffId: admin.id, at: new Date() }], skipDuplicates: true })
  const words = { reference: entry.reference, version: '0', seen: '0', story: 'Mine, written beside an older one.' }
  const copy = await asFormPost(cookie, () => save(fresh, form(words)))
  expect(copy.value).toMatchObject({ refused: 'submission.changed', values: { story: words.story, version: '', seen: '' } })
})

test('a tick that somebody looked at one copy does not come back for another', async () => {
  const entry = await makeEligible()
  await db.knownEntry.createMany({ data: [{ submissionId: entry.id, staffId: admin.id, at: new Date() }], skipDuplicates: true })
  const fields = { reference: entry.reference, number: '99', looked: 'yes' }

  const { value } = await asFormPost(cookie, () => approve({ refused: null, looked: false }, form(fields)))

  expect(value).toEqual({ refused: 'copy.changed', looked: false })
})
