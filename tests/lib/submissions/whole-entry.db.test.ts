import { expect, test } from 'vitest'
import { campaignId } from '#lib/campaign/schema.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { hashText, hashToken, newId, newMailCode, newReference, newToken } from '#lib/foundation/ids.ts'
import { openCampaign, samplePostUrl, sendEntry } from '#tests/factories/submissions.ts'

const pieces = ['survey', 'rules', 'reading', 'film', 'audit', 'receipt', 'link'] as const
type Piece = (typeof pieces)[number]

/** An entry written by hand, one row after the other, without the pieces left out. */
async function writeByHand(tx: Tx, leftOut: readonly Piece[]): Promise<string> {
  const [id, at, url] = [newId(), new Date(), samplePostUrl()]
  const write = async (piece: Piece, insert: () => Promise<unknown>) => (leftOut.includes(piece) ? null : insert())
  const given = { submissionId: id, answer: 'yes', textHash: hashText('words'), locale: 'en', at }
  await tx.submission.create({
    data: {
      id,
      campaignId,
      reference: newReference(),
      idempotencyKey: newToken(),
      status: 'submitted',
      statusAt: at,
      submittedAt: at,
      locale: 'en',
      country: 'PT',
      platform: 'x',
      postKey: url,
      postUrl: url,
      postCanonical: url,
      postSoft: false,
      story: 'Sample story written by hand.',
      storyLanguage: 'en',
      displayName: 'Sample storyteller',
      anonymous: false,
      email: 'sample@example.org',
    },
  })
  await write('survey', () =>
    tx.surveyAnswers.create({
      data: { submissionId: id, adult: true, affiliated: false, region: 'open', binanceUser: 'no', othersShown: 'no' },
    }),
  )
  await write('rules', () => tx.consentEvent.create({ data: { id: newId(), ...given, purpose: 'rules', rulesVersion: 1 } }))
  await write('reading', () => tx.consentEvent.create({ data: { id: newId(), ...given, purpose: 'reading' } }))
  await write('film', () => tx.consentEvent.create({ data: { id: newId(), ...given, purpose: 'film' } }))
  await write('audit', () =>
    tx.auditEvent.create({
      data: { at, actorKind: 'storyteller', action: 'submission.received', subjectKind: 'submission', subjectId: id },
    }),
  )
  const letter = { kind: 'receipt', recipient: 'sample@example.org', locale: 'en', subject: 's', text: 't', html: 'h', createdAt: at }
  await write('receipt', () => tx.mail.create({ data: { id: newId(), submissionId: id, code: newMailCode(), ...letter } }))
  await write('link', () => tx.entryKey.create({ data: { keyHash: hashToken(newToken()), submissionId: id, createdAt: at } }))
  return id
}

test('an entry written by hand with all its pieces is accepted', async () => {
  await openCampaign()

  const id = await db.$transaction((tx) => writeByHand(tx, []))

  expect(await db.submission.count({ where: { id } })).toBe(1)
})

test.each(pieces)('the database refuses an entry without its %s', async (piece) => {
  await openCampaign()
  const before = await db.submission.count()

  await expect(db.$transaction((tx) => writeByHand(tx, [piece]))).rejects.toThrow(/submission HB-\S+ (has no|lacks)/)

  expect(await db.submission.count()).toBe(before)
})

test('the database refuses an entry whose reading was not permitted', async () => {
  await openCampaign()
  const writing = db.$transaction(async (tx) => {
    const id = await writeByHand(tx, ['reading'])
    const no = { submissionId: id, purpose: 'reading', answer: 'no', textHash: hashText('words'), locale: 'en', at: new Date() }
    await tx.consentEvent.create({ data: { id: newId(), ...no } })
  })

  await expect(writing).rejects.toThrow('lacks a consent')
})

test('a second active entry with the same post is refused by the database itself', async () => {
  const { id } = await sendEntry()
  const { postKey } = await db.submission.findUniqueOrThrow({ where: { id } })

  const writing = db.$transaction(async (tx) => {
    const second = await writeByHand(tx, [])
    await tx.submission.update({ where: { id: second }, data: { postKey } })
  })

  await expect(writing).rejects.toThrow('Unique constraint')
})

test('the record of what happened can be added to and neither changed nor deleted', async () => {
  const { id } = await sendEntry()

  await expect(db.$executeRaw`update audit_event set action = 'submission.withdrawn' where subject_id = ${id}`).rejects.toThrow(
    'append-only',
  )
  await expect(db.$executeRaw`delete from audit_event where subject_id = ${id}`).rejects.toThrow('append-only')
  await expect(db.$executeRaw`truncate audit_event`).rejects.toThrow('append-only')

  expect(await db.auditEvent.findMany({ where: { subjectId: id }, select: { action: true } })).toStrictEqual([
    { action: 'submission.received' },
  ])
})

test('permissions and moves of an entry are never rewritten', async () => {
  const { id } = await sendEntry()

  await expect(db.$executeRaw`update consent_event set answer = 'yes' where submission_id = ${id}::uuid`).rejects.toThrow('append-only')
  await expect(db.$executeRaw`update status_change set "to" = 'selected' where submission_id = ${id}::uuid`).rejects.toThrow('append-only')
})

test.each([
  ['a minor', { adult: false }],
  ['somebody who works for the campaign', { affiliated: true }],
  ['a third theme', { themes: ['learning', 'family', 'other'] }],
  ['an unknown theme', { themes: ['prices'] }],
])('the database refuses the survey of %s', async (_, data) => {
  const { id } = await sendEntry()

  await expect(db.surveyAnswers.update({ where: { submissionId: id }, data })).rejects.toThrow('constraint')
})
