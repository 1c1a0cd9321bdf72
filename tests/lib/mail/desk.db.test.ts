import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { locales } from '#lib/i18n/locales.ts'
import { type MailFilters, type MailPlace, readMailFilters } from '#lib/mail/desk/filters.ts'
import { htmlForStaff, letterForStaff, mailPage, outboxState, pageSize } from '#lib/mail/desk/queries.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import { invited } from '#tests/factories/staff.ts'
import { sendEntry } from '#tests/factories/submissions.ts'

const admin = await invited('admin')
const any: MailFilters = { search: null, state: null, kind: null }
const key = 'a1B2c3D4e5F6g7H8i9J0kL'

function queued(to: string): Promise<{ id: string; code: string }> {
  const values = { url: `http://localhost:3000/staff/sign-in/confirm?token=${key}${key}` }
  return db.$transaction((tx) => queueMail(tx, { kind: 'staff-sign-in', to, locale: 'en', values }))
}

async function idsOf(filters: Partial<MailFilters>, place: MailPlace = null): Promise<string[]> {
  return (await mailPage(admin, { ...any, ...filters }, place)).lines.map(({ id }) => id)
}

test('nobody but an admin sees a letter, a list or the state of the outbox', async () => {
  const { id } = await queued('a@example.org')
  for (const role of ['reviewer', 'editor'] as const) {
    const other = await invited(role)
    for (const look of [mailPage(other, any, null), letterForStaff(other, id), htmlForStaff(other, id), outboxState(other)])
      await expect(look).rejects.toThrow('staff.forbidden')
  }
})

test('every letter stands on exactly one page, newest first, in both directions, also while new ones arrive', async () => {
  for (let i = 0; i < pageSize * 2 + 5; i += 1) await queued(`page-${i}@example.org`)
  const expected = (await db.mail.findMany({ orderBy: { id: 'desc' }, select: { id: true } })).map(({ id }) => id)

  const first = await mailPage(admin, any, null)
  await queued('late@example.org')
  const second = await mailPage(admin, any, { older: first.older ?? '' })
  const third = await mailPage(admin, any, { older: second.older ?? '' })
  const back = await mailPage(admin, any, { newer: third.newer ?? '' })

  expect([...first.lines, ...second.lines, ...third.lines].map(({ id }) => id)).toEqual(expected)
  expect([first.newer, third.older]).toEqual([null, null])
  expect(back.lines).toEqual(second.lines)
})

test('an address with a NUL in it is looked for without', async () => {
  expect(await mailPage(admin, readMailFilters({ q: 'nobody\0@example.org' }, []), null)).toMatchObject({ lines: [] })
})

test('letters are found by state, kind, address, reference and code', async () => {
  const sent = await sendEntry({ you: { email: 'Nora@example.org' } })
  const receipt = await db.mail.findFirstOrThrow({ where: { submissionId: sent.id } })
  const staff = await queued('nora@example.org')
  await db.mail.update({ where: { id: staff.id }, data: { state: 'failed', attempts: 12, lastError: '550 no such person' } })

  expect(await idsOf({ search: { recipient: 'NORA@example.org' } })).toEqual(expect.arrayContaining([staff.id]))
  expect((await idsOf({ search: { recipient: 'Nora@example.org' } })).sort()).toEqual([receipt.id, staff.id].sort())
  expect(await idsOf({ search: { recipient: 'Nora@example.org' }, kind: 'receipt' })).toEqual([receipt.id])
  expect(await idsOf({ search: { reference: sent.reference } })).toEqual([receipt.id])
  expect(await idsOf({ search: { code: staff.code } })).toEqual([staff.id])
  expect(await idsOf({ search: { unreadable: 'nora' } })).toEqual([])
  expect(await idsOf({ state: 'failed' })).toEqual([staff.id])
  expect((await mailPage(admin, { ...any, state: 'failed' }, null)).lines).toMatchObject([{ fault: 'address', attempts: 12 }])
})

test('the words of a letter are shown without what its links open', async () => {
  const { id } = await queued('secret@example.org')
  const [letter, html] = [await letterForStaff(admin, id), await htmlForStaff(admin, id)]
  expect(letter?.text).toContain('http://localhost:3000/staff/sign-in/confirm?token=…')
  for (const shown of [letter?.text, html]) expect(shown).not.toContain(key)
})

test('a code for one person’s eyes is shown to no admin, while it waits and after', async () => {
  const values = { reference: 'HB-7K2M-9XQD', phrase: null, digits: '918273' }
  const { id } = await db.$transaction((tx) => queueMail(tx, { kind: 'award-code', to: 'a@example.org', locale: 'en', values }))
  expect(JSON.stringify([await letterForStaff(admin, id), await htmlForStaff(admin, id)])).not.toContain('918273')
  expect(await letterForStaff(admin, id)).toMatchObject({ text: null, whyNoText: 'code' })
})

test.each(locales)('the phrase a storyteller chose as a sign between us is shown to no admin, in %s', async (locale) => {
  const values = { reference: 'HB-7K2M-9XQD', phrase: 'green <door> & طائر', entryUrl: 'https://example.org/entry/x' }
  const { id } = await db.$transaction((tx) => queueMail(tx, { kind: 'entry-link', to: 'a@example.org', locale, values }))
  const [letter, html] = [await letterForStaff(admin, id), await htmlForStaff(admin, id)]
  for (const shown of [letter?.text, html]) {
    expect(shown).toContain('···')
    expect(shown).not.toMatch(/green|door|طائر/)
    expect(shown).toContain(letter?.code)
  }
})

test('a letter that was emptied says so', async () => {
  const { id } = await queued('old@example.org')
  await db.mail.update({ where: { id }, data: { state: 'sent', sentAt: new Date(), text: '', html: '', recipient: '' } })
  expect(await letterForStaff(admin, id)).toMatchObject({ text: null, whyNoText: 'emptied', bytes: 0, canResend: false })
  expect(await htmlForStaff(admin, id)).toBeNull()
})

test('the outbox tells since when its oldest letter waits', async () => {
  const { id } = await queued('first@example.org')
  const long = new Date(Date.now() - 3 * 3_600_000)
  await db.mail.update({ where: { id }, data: { createdAt: long } })
  const state = await outboxState(admin)
  expect(state.oldestUnsentAt).toEqual(long)
  expect(state.queued).toBe(await db.mail.count({ where: { state: 'queued' } }))
  expect(state.failed).toBe(1)
})
