import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { restoreEntry, withdrawEntry } from '#lib/submissions/commands/withdraw.ts'
import type { Status } from '#lib/submissions/lifecycle.ts'
import { ownEntry } from '#lib/submissions/queries.ts'
import { samplePostUrl, sendEntry } from '#tests/factories/submissions.ts'
import { refusalOf } from '#tests/support/refusals.ts'

const hour = 3_600_000

/** An entry that staff have moved to `status`. */
async function entryIn(status: Status, overrides: Parameters<typeof sendEntry>[0] = {}) {
  const entry = await sendEntry(overrides)
  if (status !== 'submitted') {
    await db.submission.update({ where: { id: entry.id }, data: { status } })
    await db.statusChange.create({ data: { id: newId(), submissionId: entry.id, from: 'submitted', to: status, at: new Date() } })
  }
  return entry
}

/** As if the entry had been sent and withdrawn longer ago. */
async function withdrawnAgo(submissionId: string, ms: number): Promise<void> {
  const changes = await db.statusChange.findMany({ where: { submissionId } })
  await db.statusChange.deleteMany({ where: { submissionId } })
  const shifted = (to: string) => new Date(Date.now() - ms - (to === 'withdrawn' ? 0 : hour))
  await db.statusChange.createMany({ data: changes.map((change) => ({ ...change, at: shifted(change.to) })) })
}

async function trace(submissionId: string) {
  const [entry, changes, mails, record] = await Promise.all([
    db.submission.findUniqueOrThrow({ where: { id: submissionId }, select: { status: true, version: true } }),
    db.statusChange.findMany({ where: { submissionId }, orderBy: [{ at: 'asc' }, { id: 'asc' }], select: { from: true, to: true } }),
    db.mail.findMany({ where: { submissionId, kind: 'withdrawn' } }),
    db.auditEvent.findMany({
      where: { subjectId: submissionId, action: { in: ['submission.withdrawn', 'submission.restored'] } },
      orderBy: { id: 'asc' },
      select: { action: true, data: true },
    }),
  ])
  return { entry, changes, mails, record }
}

test.each(['submitted', 'needs_info', 'eligible', 'selected', 'reserve', 'not_selected'] as const)(
  'an entry that is %s can be withdrawn, and comes back to where it was',
  async (status) => {
    const { id, entryKey } = await entryIn(status, { you: { mailLanguage: 'es', phrase: 'green door' } })

    await withdrawEntry(entryKey)
    const away = await trace(id)
    const own = await ownEntry(entryKey)
    await restoreEntry(entryKey)
    const back = await trace(id)

    expect(away.entry).toEqual({ status: 'withdrawn', version: 2 })
    expect(away.changes.at(-1)).toEqual({ from: status, to: 'withdrawn' })
    expect(away.mails).toMatchObject([{ recipient: 'sample@example.org', locale: 'es', state: 'queued' }])
    expect(away.mails[0]?.text).toContain('green door')
    expect(own).toMatchObject({ plainStatus: 'withdrawn', canWithdraw: false, canEdit: false })
    expect(own?.restoreUntil?.getTime()).toBeGreaterThan(Date.now() + 23 * hour)
    expect(back.entry).toEqual({ status, version: 3 })
    expect(back.changes.at(-1)).toEqual({ from: 'withdrawn', to: status })
    expect(back.record).toEqual([
      { action: 'submission.withdrawn', data: { from: status } },
      { action: 'submission.restored', data: { to: status } },
    ])
  },
)

test.each(['ineligible', 'disqualified'] as const)(
  'an entry that is %s no longer takes part, so it cannot be withdrawn',
  async (status) => {
    const { id, entryKey } = await entryIn(status)

    expect(await refusalOf(withdrawEntry(entryKey))).toBe('withdraw.too-late')

    expect((await trace(id)).entry).toEqual({ status, version: 1 })
  },
)

test('withdrawing ten times at once withdraws once, with one letter', async () => {
  const { id, entryKey } = await sendEntry()

  await Promise.all(Array.from({ length: 10 }, () => withdrawEntry(entryKey)))

  const after = await trace(id)
  expect(after.entry).toEqual({ status: 'withdrawn', version: 2 })
  expect(after.changes).toHaveLength(2)
  expect(after.mails).toHaveLength(1)
  expect(after.record).toHaveLength(1)
})

test('coming back ten times at once comes back once', async () => {
  const { id, entryKey } = await sendEntry()
  await withdrawEntry(entryKey)

  await Promise.all(Array.from({ length: 10 }, () => restoreEntry(entryKey)))

  const after = await trace(id)
  expect(after.entry).toEqual({ status: 'submitted', version: 3 })
  expect(after.changes).toHaveLength(3)
})

test('the way back is open for 24 hours and no longer', async () => {
  const [soon, late] = [await sendEntry(), await sendEntry()]
  for (const { entryKey } of [soon, late]) await withdrawEntry(entryKey)
  await withdrawnAgo(soon.id, 24 * hour - 5000)
  await withdrawnAgo(late.id, 24 * hour + 1)

  expect((await ownEntry(late.entryKey))?.restoreUntil).toBeNull()
  expect(await refusalOf(restoreEntry(late.entryKey))).toBe('restore.too-late')
  await restoreEntry(soon.entryKey)

  expect((await trace(soon.id)).entry.status).toBe('submitted')
  expect((await trace(late.id)).entry.status).toBe('withdrawn')
})

test('a withdrawn post can be entered again, and then the first entry cannot come back', async () => {
  const post = { postUrl: samplePostUrl() }
  const first = await sendEntry({ post })
  await withdrawEntry(first.entryKey)
  const second = await sendEntry({ post, you: { email: 'other@example.org' } })

  expect(await refusalOf(restoreEntry(first.entryKey))).toBe('restore.post-taken')
  expect((await trace(first.id)).entry).toEqual({ status: 'withdrawn', version: 2 })

  await withdrawEntry(second.entryKey)
  await restoreEntry(first.entryKey)
  expect((await trace(first.id)).entry.status).toBe('submitted')
})

test('an entry that was never withdrawn cannot come back, and an unknown link does neither', async () => {
  const { entryKey } = await sendEntry()

  expect(await refusalOf(restoreEntry(entryKey))).toBe('restore.not-withdrawn')
  expect(await refusalOf(withdrawEntry('no such key'))).toBe('entry.missing')
  expect(await refusalOf(restoreEntry('no such key'))).toBe('entry.missing')
})

test('when the letter cannot be kept, nothing of the withdrawal is', async () => {
  const { id, entryKey } = await sendEntry()
  await db.submission.update({ where: { id }, data: { email: 'two@example.org,people@example.org' } })

  await expect(withdrawEntry(entryKey)).rejects.toThrow(/mail_header/)

  expect(await trace(id)).toMatchObject({ entry: { status: 'submitted', version: 1 }, record: [] })
})
