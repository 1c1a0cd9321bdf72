import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { screenSubmission } from '#lib/submissions/commands/screen.ts'
import { screenMany } from '#lib/submissions/commands/screen-many.ts'
import { parseBulk, readBulk } from '#lib/submissions/staff/bulk.ts'
import { bulkReport } from '#lib/submissions/staff/bulk-report.ts'
import { dropView, savedViews, saveView } from '#lib/submissions/staff/saved-views.ts'
import type { Screened } from '#lib/submissions/staff/schema.ts'
import { invited } from '#tests/factories/staff.ts'
import { sendEntry } from '#tests/factories/submissions.ts'

const checklist = { linkOpens: true, hashtag: true, insideWindow: true, noSafetyWorry: true }
const eligible = { outcome: 'eligible', version: 0, note: null, checklist } as const satisfies Screened
const tick = ({ reference }: { reference: string }, version = 1) => ({ reference, version })

test('of two people who screen the same entries at once, each entry is one of theirs, and both are told which', async () => {
  const [one, other] = [await invited('reviewer'), await invited('admin')]
  const entries = [await sendEntry(), await sendEntry(), await sendEntry(), await sendEntry()]
  const ticked = entries.map((entry) => tick(entry))
  const ineligible = { ...eligible, outcome: 'ineligible', rule: 'no-hashtag' } as const

  const [first, second] = await Promise.all([
    screenMany(one, { ticked, screened: eligible }),
    screenMany(other, { ticked: ticked.toReversed(), screened: ineligible }),
  ])

  for (const { reference, id } of entries) {
    const results = [first, second].map((list) => list.find((line) => line.reference === reference)?.result)
    expect(results.toSorted()).toEqual(['changed', 'done'])
    expect(await db.screening.count({ where: { submissionId: id } })).toBe(1)
  }
  const report = await bulkReport(one, entries.map(({ reference }) => reference).join(','))
  const mine = report.filter(({ isMine }) => isMine).map(({ reference }) => reference)
  expect(mine).toEqual(first.filter(({ result }) => result === 'done').map(({ reference }) => reference))
})

test('an entry that cannot be recorded keeps none of the others from it', async () => {
  const admin = await invited('admin')
  const [good, broken, last] = [await sendEntry(), await sendEntry(), await sendEntry()]
  await db.submission.update({ where: { id: broken.id }, data: { email: 'two@example.org,people@example.org' } })
  const screened = { ...eligible, outcome: 'ineligible', rule: 'no-hashtag' } as const

  const results = await screenMany(admin, { ticked: [good, broken, last].map((entry) => tick(entry)), screened })

  expect(results.map(({ result }) => result)).toEqual(['done', 'failed', 'done'])
  expect(await db.screening.count({ where: { submissionId: broken.id } })).toBe(0)
})

test('an entry another person touched before is left as it is', async () => {
  const [admin, reviewer, sent] = [await invited('admin'), await invited('reviewer'), await sendEntry()]
  await screenSubmission(reviewer, { ...eligible, version: 1, reference: sent.reference })

  expect(await screenMany(admin, { ticked: [tick(sent), tick(sent, 2)], screened: eligible })).toEqual([
    { reference: sent.reference, result: 'changed' },
    { reference: sent.reference, result: 'changed' },
  ])
  expect(await bulkReport(admin, `${sent.reference},HB-2222-2222,nonsense`)).toMatchObject([{ isMine: false, by: 'Sample reviewer' }])
})

test('the form of many names what is missing, and takes no more than a page', () => {
  const form = new FormData()
  form.append('outcome', 'eligible')
  expect(parseBulk(readBulk(form), new Date())).toEqual({
    ok: false,
    errors: { entry: { code: 'entry.missing' }, checks: { code: 'checks.incomplete' } },
  })
  for (const check of Object.keys(checklist)) form.append('checks', check)
  for (let number = 0; number < 26; number += 1) form.append('entry', `HB-2222-222${'23456789ABCDEFGHJKMNPQRSTVWXYZ'[number]}.1`)
  form.append('entry', 'nonsense.x')
  expect(parseBulk(readBulk(form), new Date())).toEqual({ ok: false, errors: { entry: { code: 'entry.too-many' } } })
})

test('views are kept for one person, replaced by name, cleaned, and no more than thirty', async () => {
  const [one, other, editor] = [await invited('reviewer'), await invited('reviewer'), await invited('editor')]
  await saveView(one, { name: 'Mine', query: 'status=eligible&theme=family&older=HB-2222-2222&evil=<script>' })
  await saveView(one, { name: 'Mine', query: 'lane=spam' })
  const [view] = await savedViews(one)
  expect(view).toMatchObject({ name: 'Mine', query: 'status=submitted&lane=spam' })
  await dropView(other, view?.id ?? '')
  expect(await savedViews(one)).toHaveLength(1)
  expect(await savedViews(other)).toEqual([])

  const many = await Promise.allSettled(Array.from({ length: 40 }, (_, number) => saveView(one, { name: `View ${number}`, query: '' })))
  expect(many.filter(({ status }) => status === 'rejected')).toHaveLength(11)
  expect(await savedViews(one)).toHaveLength(30)
  await dropView(one, view?.id ?? '')
  expect(await savedViews(one)).toHaveLength(29)
  await expect(savedViews(editor)).rejects.toThrow('staff.forbidden')
  await expect(screenMany(editor, { ticked: [], screened: eligible })).rejects.toThrow('staff.forbidden')
})
