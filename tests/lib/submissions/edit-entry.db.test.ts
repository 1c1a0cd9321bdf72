import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { editEntry } from '#lib/submissions/commands/edit-entry.ts'
import { screenSubmission } from '#lib/submissions/commands/screen.ts'
import { withdrawEntry } from '#lib/submissions/commands/withdraw.ts'
import { entryToEdit } from '#lib/submissions/editing.ts'
import { ownEntry } from '#lib/submissions/queries.ts'
import type { EditAnswers } from '#lib/submissions/steps/edit.ts'
import { invited } from '#tests/factories/staff.ts'
import { sampleAnswers, sendEntry } from '#tests/factories/submissions.ts'
import { refusalOf } from '#tests/support/refusals.ts'

const checklist = { linkOpens: true, hashtag: true, insideWindow: true, noSafetyWorry: true }

/** Every answer that can be changed, as the sample entry gave it, and other ones where `change` says so. */
function answers(change: Partial<EditAnswers> = {}): EditAnswers {
  const { story, post, you } = sampleAnswers()
  const { email: _, ...person } = you
  return { ...story, postText: post.postText, ...person, ...change }
}

async function edits(id: string) {
  return db.auditEvent.findMany({ where: { subjectId: id, action: 'submission.edited' }, select: { data: true, actorKind: true } })
}

test('every answer but the post and the address can be changed, and the record names the fields without their words', async () => {
  const { id, entryKey } = await sendEntry()
  const change: EditAnswers = {
    story: `${'Another sample story, changed for a test. '.repeat(4)}End.`,
    storyLanguage: 'pt',
    themes: ['family'],
    tools: [],
    othersShown: 'child',
    postText: null,
    displayName: 'Changed name',
    anonymous: true,
    mailLanguage: 'ar',
    phrase: 'green door',
    needs: 'Large print',
  }

  await editEntry({ key: entryKey, version: 1, answers: change })

  expect((await entryToEdit(entryKey))?.answers).toEqual(change)
  const stored = await db.submission.findUniqueOrThrow({ where: { id } })
  expect(stored).toMatchObject({ status: 'submitted', version: 2, email: 'sample@example.org', platform: 'x', locale: 'ar' })
  const record = await edits(id)
  expect(record).toEqual([{ actorKind: 'storyteller', data: { fields: expect.any(String) } }])
  expect(JSON.stringify(record)).not.toMatch(/Changed name|green door|sample story/)
  const { fields } = (record[0]?.data ?? {}) as { fields?: string }
  expect(fields?.split(' ').sort()).toEqual(Object.keys(change).sort())
})

test('sending what already stands changes nothing, also from a page that was opened before the change', async () => {
  const { id, entryKey } = await sendEntry()
  const change = answers({ displayName: 'Changed name' })

  await editEntry({ key: entryKey, version: 1, answers: answers() })
  await editEntry({ key: entryKey, version: 1, answers: change })
  await editEntry({ key: entryKey, version: 1, answers: change })

  expect(await db.submission.findUnique({ where: { id } })).toMatchObject({ version: 2 })
  expect(await edits(id)).toEqual([{ actorKind: 'storyteller', data: { fields: 'displayName' } }])
})

test('a change to an entry that changed meanwhile is refused and overwrites nothing', async () => {
  const { entryKey } = await sendEntry()
  await editEntry({ key: entryKey, version: 1, answers: answers({ displayName: 'First' }) })

  expect(await refusalOf(editEntry({ key: entryKey, version: 1, answers: answers({ displayName: 'Second' }) }))).toBe('entry.changed')

  expect(await ownEntry(entryKey)).toMatchObject({ displayName: 'First', canEdit: true })
})

test('once reading has begun, or the entry is withdrawn, nothing can be changed', async () => {
  const [read, withdrawn] = [await sendEntry(), await sendEntry()]
  await screenSubmission(await invited('reviewer'), { outcome: 'eligible', version: 1, note: null, checklist, reference: read.reference })
  await withdrawEntry(withdrawn.entryKey)

  for (const { entryKey } of [read, withdrawn]) {
    expect(await refusalOf(editEntry({ key: entryKey, version: 2, answers: answers({ displayName: 'Late' }) }))).toBe('edit.too-late')
    expect(await ownEntry(entryKey)).toMatchObject({ displayName: 'Sample storyteller', canEdit: false })
  }
})

test('an entry that waits for an answer can be changed, and goes on waiting', async () => {
  const { entryKey, reference } = await sendEntry()
  const deadlineAt = new Date(Date.now() + 86_400_000)
  const asked = { outcome: 'question', question: 'Who?', deadlineAt, version: 1, note: null, checklist, reference } as const
  await screenSubmission(await invited('reviewer'), asked)

  await editEntry({ key: entryKey, version: 2, answers: answers({ displayName: 'Changed' }) })

  expect(await ownEntry(entryKey)).toMatchObject({ displayName: 'Changed', plainStatus: 'needs-info', canAnswer: true, canEdit: true })
})

test('after entries have closed nothing can be changed', async () => {
  const { entryKey, id } = await sendEntry()
  const { campaignId } = await db.submission.findUniqueOrThrow({ where: { id } })
  await db.campaign.update({ where: { id: campaignId }, data: { closesAt: new Date(Date.now() - 1000) } })
  try {
    expect(await refusalOf(editEntry({ key: entryKey, version: 1, answers: answers({ displayName: 'Late' }) }))).toBe('edit.closed')
    expect(await ownEntry(entryKey)).toMatchObject({ displayName: 'Sample storyteller', canEdit: false })
  } finally {
    await db.campaign.update({ where: { id: campaignId }, data: { closesAt: null } })
  }
})

test('an unknown link changes nothing', async () => {
  await sendEntry()

  expect(await refusalOf(editEntry({ key: 'no such key', version: 1, answers: answers() }))).toBe('entry.missing')
  expect(await entryToEdit('no such key')).toBeNull()
})

test('of a change and a screening at the same moment one is done and the other is told', async () => {
  const reviewer = await invited('reviewer')
  const won: string[] = []
  for (let round = 0; round < 12; round += 1) {
    const { id, entryKey, reference } = await sendEntry()

    const [edited, screened] = await Promise.allSettled([
      editEntry({ key: entryKey, version: 1, answers: answers({ displayName: 'Changed' }) }),
      screenSubmission(reviewer, { outcome: 'eligible', version: 1, note: null, checklist, reference }),
    ])

    const stored = await db.submission.findUniqueOrThrow({ where: { id } })
    const isEdited = edited.status === 'fulfilled'
    expect([edited.status, screened.status].sort()).toEqual(['fulfilled', 'rejected'])
    expect(stored).toMatchObject({ version: 2, ...(isEdited ? { displayName: 'Changed', status: 'submitted' } : { status: 'eligible' }) })
    if (!isEdited) expect(stored.displayName).toBe('Sample storyteller')
    won.push(isEdited ? 'edit' : 'screening')
  }
  expect(won).toHaveLength(12)
})
