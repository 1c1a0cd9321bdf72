import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { hashText } from '#lib/foundation/ids.ts'
import { changePermission } from '#lib/submissions/commands/change-permission.ts'
import { consentTexts, type Purpose, purposes } from '#lib/submissions/consent.ts'
import { ownEntry } from '#lib/submissions/queries.ts'
import { sendEntry } from '#tests/factories/submissions.ts'
import { refusalOf } from '#tests/support/refusals.ts'

/** What the sample entry permits. */
const given = { rules: 'yes', reading: 'yes', film: 'ask', 'show-post': 'no', 'publish-name': 'yes', news: 'no' } as const
const answers = ['yes', 'ask', 'no', '', 'YES'] as const

const possible: Readonly<Record<Purpose, readonly string[]>> = {
  rules: [],
  reading: [],
  film: ['yes', 'ask', 'no'],
  'show-post': ['yes', 'no'],
  'publish-name': ['yes', 'no'],
  news: ['yes', 'no'],
}

async function rows(submissionId: string) {
  return db.consentEvent.findMany({ where: { submissionId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
}

test.each(purposes)('each answer about %s changes it alone, or is refused', async (purpose) => {
  for (const answer of answers) {
    const { id, entryKey } = await sendEntry()
    const before = await rows(id)
    const change = changePermission({ key: entryKey, purpose, answer, locale: 'es' })
    if (!possible[purpose].includes(answer)) {
      expect([answer, await refusalOf(change)]).toEqual([
        answer,
        possible[purpose].length ? 'permission.unknown' : 'permission.needs-withdrawal',
      ])
      expect(await rows(id)).toEqual(before)
      continue
    }
    await change
    const after = await rows(id)
    expect((await ownEntry(entryKey))?.permissions).toEqual({ ...given, [purpose]: answer })
    expect(after.slice(0, before.length)).toEqual(before)
    const added = { purpose, answer, locale: 'es', textHash: hashText(consentTexts('es')[purpose]), rulesVersion: null }
    expect(after.slice(before.length)).toMatchObject(answer === given[purpose] ? [] : [added])
  }
})

test('what was given and taken back stays in the record, in order, and the entry stays as it is', async () => {
  const { id, entryKey } = await sendEntry()

  for (const answer of ['yes', 'no', 'yes', 'no']) await changePermission({ key: entryKey, purpose: 'news', answer, locale: 'en' })

  expect((await rows(id)).filter(({ purpose }) => purpose === 'news').map(({ answer }) => answer)).toEqual(['no', 'yes', 'no', 'yes', 'no'])
  expect(await db.submission.findUnique({ where: { id } })).toMatchObject({ version: 1, status: 'submitted' })
  const record = await db.auditEvent.findMany({ where: { subjectId: id, action: 'consent.changed' }, orderBy: { id: 'asc' } })
  expect(record.map(({ data }) => data)).toEqual([
    { purpose: 'news', from: 'no', to: 'yes' },
    { purpose: 'news', from: 'yes', to: 'no' },
    { purpose: 'news', from: 'no', to: 'yes' },
    { purpose: 'news', from: 'yes', to: 'no' },
  ])
})

test('the same answer ten times at once adds one row', async () => {
  const { id, entryKey } = await sendEntry()

  await Promise.all(Array.from({ length: 10 }, () => changePermission({ key: entryKey, purpose: 'film', answer: 'no', locale: 'en' })))

  expect((await rows(id)).filter(({ purpose }) => purpose === 'film').map(({ answer }) => answer)).toEqual(['ask', 'no'])
})

test('an unknown link changes no permission', async () => {
  expect(await refusalOf(changePermission({ key: 'no such key', purpose: 'news', answer: 'yes', locale: 'en' }))).toBe('entry.missing')
})
