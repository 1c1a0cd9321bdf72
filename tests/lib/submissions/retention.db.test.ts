import { expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { hashToken, newId, newToken } from '#lib/foundation/ids.ts'
import { allow, limits } from '#lib/limits/allow.ts'
import { queueMail } from '#lib/mail/outbox.ts'
import { countResults } from '#lib/review/selection/counts.ts'
import { mailState } from '#lib/staff/mail-state.ts'
import { startSession } from '#lib/staff/sessions.ts'
import { applyRetention } from '#lib/submissions/commands/apply-retention.ts'
import { eraseEntry } from '#lib/submissions/commands/erase.ts'
import { invited } from '#tests/factories/staff.ts'
import { sendEntry } from '#tests/factories/submissions.ts'

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
const statusOf = async (id: string) => (await db.submission.findUniqueOrThrow({ where: { id } })).status

async function entryWith(status: string, days: number): Promise<string> {
  const { id } = await sendEntry({ you: { email: `kept-${newId()}@example.org` } })
  await db.submission.update({ where: { id }, data: { status, statusAt: daysAgo(days) } })
  return id
}

async function sentLetter(days: number, submissionId?: string): Promise<string> {
  const values = { url: 'http://localhost:3000/share/continue/secret', phrase: null, until: 'then' }
  const { id } = await db.$transaction((tx) =>
    queueMail(tx, { kind: 'continue', to: 'reader@example.org', locale: 'en', values, ...(submissionId ? { submissionId } : {}) }),
  )
  await db.mail.update({ where: { id }, data: { state: 'sent', sentAt: daysAgo(days) } })
  return id
}

test('entries that were not eligible go after 90 days, those not selected after 180, others stay', async () => {
  const gone = [await entryWith('ineligible', 90.1), await entryWith('not_selected', 180.1)]
  const kept = [
    [await entryWith('ineligible', 89.9), 'ineligible'],
    [await entryWith('not_selected', 179.9), 'not_selected'],
    [await entryWith('submitted', 400), 'submitted'],
    [await entryWith('selected', 400), 'selected'],
  ] as const

  expect(await applyRetention()).toMatchObject({ notEligible: 1, notSelected: 1 })

  for (const id of gone) {
    expect(await statusOf(id)).toBe('erased')
    expect(await db.statusChange.findFirst({ where: { submissionId: id, to: 'erased' } })).toMatchObject({ byClock: true })
    expect(await db.submission.findUnique({ where: { id } })).toMatchObject({ story: '', email: '', displayName: '', postUrl: '' })
  }
  for (const [id, status] of kept) expect(await statusOf(id)).toBe(status)
  expect(await applyRetention()).toMatchObject({ notEligible: 0, notSelected: 0 })
})

test('the last letter says whether time ran out or the storyteller asked', async () => {
  const over = await entryWith('withdrawn', 91)
  const asked = await sendEntry()
  await applyRetention()
  await eraseEntry(asked.entryKey)

  const last = (submissionId: string) => db.mail.findFirstOrThrow({ where: { submissionId, kind: 'erased' } })
  const text = async (id: string) => (await last(id)).text.replace(/\s+/g, ' ')
  expect(await text(over)).toContain('The time for which we keep it is over')
  expect(await text(over)).not.toContain('As asked')
  expect(await text(asked.id)).toContain('As asked on the entry page')
})

test('withdrawn and disqualified entries go 90 days after they left', async () => {
  const gone = [await entryWith('withdrawn', 90.1), await entryWith('disqualified', 90.1)]
  const kept = [await entryWith('withdrawn', 89.9), await entryWith('disqualified', 89.9)]

  expect(await applyRetention()).toMatchObject({ withdrawn: 1, disqualified: 1 })

  expect(await Promise.all(gone.map(statusOf))).toEqual(['erased', 'erased'])
  expect(await Promise.all(kept.map(statusOf))).toEqual(['withdrawn', 'disqualified'])
  expect(await applyRetention()).toMatchObject({ withdrawn: 0, disqualified: 0 })
})

/** An entry that came, and was set apart as spam, so many days ago. */
async function spamEntry({ came, marked }: { came: number; marked: number }): Promise<string> {
  const id = await entryWith('submitted', came)
  await db.submission.update({ where: { id }, data: { submittedAt: daysAgo(came) } })
  await db.spamMark.create({ data: { submissionId: id, score: 9, signals: ['trap'], at: daysAgo(marked) } })
  return id
}

test('spam goes 30 days after it came and was found, and counts nowhere afterwards; a mark taken back keeps its entry', async () => {
  const reviewer = await invited('reviewer')
  const [gone, young, late] = [
    await spamEntry({ came: 40, marked: 30.1 }),
    await spamEntry({ came: 29.9, marked: 29.9 }),
    await spamEntry({ came: 40, marked: 29.9 }),
  ]
  const cleared = await spamEntry({ came: 40, marked: 40 })
  await db.spamMark.update({ where: { submissionId: cleared }, data: { undoneAt: daysAgo(1), undoneById: reviewer.id } })
  const asked = await spamEntry({ came: 40, marked: 40 })
  await db.submission.update({ where: { id: asked }, data: { status: 'needs_info' } })
  const before = await countResults()

  expect(await applyRetention()).toMatchObject({ spam: 1 })

  expect(await Promise.all([gone, young, late, cleared, asked].map(statusOf))).toEqual([
    'erased',
    'submitted',
    'submitted',
    'submitted',
    'needs_info',
  ])
  expect(await countResults()).toEqual(before)
  expect(await applyRetention()).toMatchObject({ spam: 0 })
})

test('an entry that a person looked at after a program marked it is never erased as spam', async () => {
  const reviewer = await invited('reviewer')
  const [answered, again] = [await spamEntry({ came: 90, marked: 90 }), await spamEntry({ came: 90, marked: 40 })]
  const look = { outcome: 'question', checklist: {}, staffId: reviewer.id, at: daysAgo(60) }
  for (const submissionId of [answered, again]) await db.screening.create({ data: { ...look, id: newId(), submissionId } })
  await db.spamMark.update({ where: { submissionId: again }, data: { markedById: reviewer.id, signals: ['staff'], score: 0 } })

  expect(await applyRetention()).toMatchObject({ spam: 1 })
  expect(await Promise.all([answered, again].map(statusOf))).toEqual(['submitted', 'erased'])
})

test('a mark taken back while its entry is about to be erased keeps it', async () => {
  const reviewer = await invited('reviewer')
  const id = await spamEntry({ came: 40, marked: 40 })
  let begun = () => {}
  const locked = new Promise<void>((resolve) => {
    begun = resolve
  })
  const clearing = db.$transaction(async (tx) => {
    await tx.$queryRaw`select from submission where id = ${id}::uuid for no key update`
    begun()
    await new Promise((resolve) => setTimeout(resolve, 300))
    await tx.spamMark.update({ where: { submissionId: id }, data: { undoneAt: new Date(), undoneById: reviewer.id } })
  })
  await locked

  await Promise.all([clearing, applyRetention()])

  expect(await statusOf(id)).toBe('submitted')
})

test('an entry whose appeal waits is not touched, and time begins again when it is decided', async () => {
  const [waiting, fresh, old] = [await entryWith('ineligible', 95), await entryWith('ineligible', 95), await entryWith('ineligible', 200)]
  const appeal = (submissionId: string) => ({ id: newId(), submissionId, text: 'Look again.', at: daysAgo(100) })
  const rejected = (days: number) => ({ outcome: 'rejected', reason: 'Seen.', decidedAt: daysAgo(days) })
  await db.appeal.create({ data: appeal(waiting) })
  await db.appeal.create({ data: { ...appeal(fresh), ...rejected(10) } })
  await db.appeal.create({ data: { ...appeal(old), ...rejected(95) } })

  expect(await applyRetention()).toMatchObject({ notEligible: 1 })

  expect(await Promise.all([waiting, fresh, old].map(statusOf))).toEqual(['ineligible', 'ineligible', 'erased'])
})

test('letters lose their words 30 days after they were sent, and their address when they tell of no entry', async () => {
  const { id: entry } = await sendEntry()
  const [old, oldOfEntry, young] = [await sentLetter(30.1), await sentLetter(31, entry), await sentLetter(29.9)]

  expect(await applyRetention()).toMatchObject({ letters: 2 })

  const find = (id: string) => db.mail.findUniqueOrThrow({ where: { id } })
  expect(await find(old)).toMatchObject({ text: '', html: '', recipient: '', state: 'sent', kind: 'continue' })
  expect(await find(oldOfEntry)).toMatchObject({ text: '', html: '', recipient: 'reader@example.org' })
  expect((await find(young)).text).toContain('secret')
  expect(await applyRetention()).toMatchObject({ letters: 0 })
  expect(await db.$queryRaw`select 1 from graphile_worker.jobs where task_identifier = 'mail.remove-files'`).not.toEqual([])
})

test('letters that could not be sent lose their words, address, error and job 30 days after they were written', async () => {
  const failed = { state: 'failed', sentAt: null, lastError: '550 5.1.1 <reader@example.org>: no such person' } as const
  const [old, young, waiting] = [await sentLetter(0), await sentLetter(0), await sentLetter(0)]
  await db.mail.update({ where: { id: old }, data: { ...failed, createdAt: daysAgo(30.1) } })
  await db.mail.update({ where: { id: young }, data: { ...failed, createdAt: daysAgo(29.9) } })
  await db.mail.update({ where: { id: waiting }, data: { ...failed, state: 'queued', createdAt: daysAgo(31) } })
  const jobs = (id: string) => db.$queryRaw<unknown[]>`select from graphile_worker.jobs where key = ${`mail:${id}`}`
  expect(await jobs(old)).toHaveLength(1)

  expect(await applyRetention()).toMatchObject({ letters: 1 })

  const find = (id: string) => db.mail.findUniqueOrThrow({ where: { id } })
  expect(await find(old)).toMatchObject({ text: '', html: '', recipient: '', lastError: null, state: 'failed' })
  for (const id of [young, waiting])
    expect(await find(id)).toMatchObject({ text: expect.stringContaining('secret'), ...{ recipient: 'reader@example.org' } })
  expect(await jobs(old)).toEqual([])
  expect(await mailState(await invited('admin'))).toMatchObject({ failed: 1 })
  expect(await applyRetention()).toMatchObject({ letters: 0 })
})

test('counters, sessions and sign-in links that are over go, living ones stay', async () => {
  await applyRetention()
  await allow(db, limits.verify, 'somebody')
  const [{ slot = 0n } = {}] = await db.rateLimit.findMany({ where: { key: { startsWith: 'verify:' } } })
  await db.rateLimit.createMany({
    data: [
      { key: 'verify:old', slot: slot - 2n },
      { key: 'verify:last', slot: slot - 1n },
      { key: 'no-such-limit:x', slot },
    ],
  })
  const [staff, removed] = [await invited('editor'), await invited('reviewer')]
  const [over, alive] = [await startSession(staff.id), await startSession(staff.id)]
  await startSession(removed.id)
  await db.staffUser.update({ where: { id: removed.id }, data: { removedAt: new Date() } })
  await db.staffSession.update({ where: { tokenHash: hashToken(over?.token ?? '') }, data: { lastSeenAt: daysAgo(0.03) } })
  const link = (expiresAt: Date) => ({ tokenHash: hashToken(newToken()), identifier: 'a@example.org', expiresAt })
  await db.signInToken.createMany({ data: [link(daysAgo(0.001)), link(daysAgo(-1))] })

  expect(await applyRetention()).toMatchObject({ counters: 2, sessions: 2, signInLinks: 1 })

  expect((await db.rateLimit.findMany({ where: { key: { startsWith: 'verify:' } } })).map((row) => row.slot - slot).sort()).toEqual([
    -1n,
    0n,
  ])
  expect(await db.staffSession.findMany({ select: { tokenHash: true } })).toEqual([{ tokenHash: hashToken(alive?.token ?? '') }])
  expect(await db.signInToken.count()).toBe(1)
})

test('one line a day tells that the schedule was applied, and more only of what was removed', async () => {
  await applyRetention()
  const lines = () => db.auditEvent.findMany({ where: { action: 'retention.applied' }, orderBy: { id: 'asc' } })
  const before = (await lines()).length
  expect(before).toBeGreaterThan(0)

  await applyRetention()
  expect(await lines()).toHaveLength(before)

  await sentLetter(40)
  await applyRetention()
  const after = await lines()
  expect(after).toHaveLength(before + 1)
  expect(after.at(-1)).toMatchObject({
    actorKind: 'system',
    subjectKind: 'campaign',
    data: { spam: 0, notEligible: 0, notSelected: 0, withdrawn: 0, disqualified: 0, letters: 1, sessions: 0, signInLinks: 0, counters: 0 },
  })
})

test('an appeal that arrives while its entry is about to be erased keeps it', async () => {
  const { id } = await sendEntry()
  await db.submission.update({ where: { id }, data: { status: 'ineligible', statusAt: daysAgo(91) } })
  let begun = () => {}
  const locked = new Promise<void>((resolve) => {
    begun = resolve
  })
  const appealing = db.$transaction(async (tx) => {
    await tx.$queryRaw`select from submission where id = ${id}::uuid for update`
    begun()
    await new Promise((resolve) => setTimeout(resolve, 300))
    await tx.appeal.create({ data: { id: newId(), submissionId: id, text: 'Look again.', at: new Date() } })
  })
  await locked

  await Promise.all([appealing, applyRetention()])

  expect(await db.submission.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'ineligible' })
})
