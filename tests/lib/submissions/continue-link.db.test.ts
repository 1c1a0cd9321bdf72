import { beforeEach, expect, test } from 'vitest'
import { db } from '#lib/foundation/db.ts'
import { hashToken } from '#lib/foundation/ids.ts'
import { mailContinueLink, useContinueLink as open } from '#lib/submissions/commands/continue-link.ts'
import { continueLinkState } from '#lib/submissions/continue-links.ts'
import { draftOf, saveStep, startDraft } from '#lib/submissions/draft.ts'
import { ownEntry, receiptOf } from '#lib/submissions/queries.ts'
import { finishedDraft, openCampaign, sampleAnswers, sendDraft } from '#tests/factories/submissions.ts'

beforeEach(openCampaign)

const { share, post } = sampleAnswers()
let asked = 0

/** Asks for a link as somebody does who has this draft; gives what the mail carries. */
async function mailed(token: string): Promise<string> {
  asked += 1
  const to = `asks-${asked}@example.org`
  await mailContinueLink(token, to, 'en')
  const { text } = await db.mail.findFirstOrThrow({ where: { recipient: to }, select: { text: true } })
  return /\/share\/continue\/(\S+)/.exec(text)?.[1] ?? ''
}

async function begun(): Promise<string> {
  return (await startDraft({ locale: 'en', share })).token
}

async function opened(link: string): Promise<string> {
  const result = await open(link)
  if (!result.ok) throw new Error(`the link is ${result.reason}`)
  return result.token
}

test('a mailed link opens the draft on another device, and the first goes on with it too', async () => {
  const first = await begun()
  await saveStep(first, 'post', post)

  const second = await opened(await mailed(first))

  expect(second).not.toBe(first)
  expect((await draftOf(second))?.answers).toEqual({ share, post })
  const changed = { ...share, country: 'BR' as const }
  await saveStep(second, 'share', changed)
  expect((await draftOf(first))?.answers.share).toEqual(changed)
  await saveStep(first, 'share', share)
  expect((await draftOf(second))?.answers.share).toEqual(share)
})

test('a draft can be continued on a third device from the second', async () => {
  const first = await begun()
  const third = await opened(await mailed(await opened(await mailed(first))))
  expect((await draftOf(third))?.id).toBe((await draftOf(first))?.id)
})

test.each(['first', 'second'] as const)('when the %s device sends, each is shown the receipt and a link of its own', async (sender) => {
  const first = await finishedDraft()
  const devices = { first, second: await opened(await mailed(first)) }

  const { reference } = await sendDraft(devices[sender])

  for (const token of Object.values(devices)) {
    const receipt = await receiptOf(token)
    expect(receipt?.reference).toBe(reference)
    expect((await ownEntry(receipt?.entryKey ?? ''))?.reference).toBe(reference)
    expect((await sendDraft(token)).reference).toBe(reference)
  }
  await db.draft.deleteMany({ where: { submission: { reference } } })
  expect((await receiptOf(devices.first))?.entryKey).not.toBe((await receiptOf(devices.second))?.entryKey)
  expect(await receiptOf(devices.second)).toMatchObject({ reference })
})

test('a link opened in the moment of sending leaves no device without its receipt', async () => {
  for (let round = 0; round < 8; round += 1) {
    const first = await finishedDraft()
    const link = await mailed(first)
    const [, result] = await Promise.all([sendDraft(first), open(link)])
    if (result.ok) expect(await receiptOf(result.token)).not.toBeNull()
    else expect(result.reason).toBe('sent')
    expect(await receiptOf(first)).not.toBeNull()
  }
})

test('looking at a link does not use it up, opening it does', async () => {
  const link = await mailed(await begun())

  for (let times = 0; times < 3; times += 1) expect(await continueLinkState(db, link)).toMatchObject({ works: true })
  expect(await open(link)).toMatchObject({ ok: true })

  expect(await continueLinkState(db, link)).toEqual({ works: false, end: 'used' })
  expect(await open(link)).toEqual({ ok: false, reason: 'used' })
  expect(await db.auditEvent.count({ where: { action: 'continue-link.used' } })).toBeGreaterThan(0)
})

test('of ten openings at once one succeeds', async () => {
  const first = await begun()
  const link = await mailed(first)

  const results = await Promise.all(Array.from({ length: 10 }, () => open(link)))

  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  const { id } = (await draftOf(first)) ?? { id: '' }
  expect(await db.draftToken.count({ where: { draftId: id } })).toBe(1)
})

test('a page sent twice, as after a double press, opens the draft with the token it got; any other page finds the link used', async () => {
  const first = await begun()
  const link = await mailed(first)

  const pressed = await Promise.all([open(link, 'one page'), open(link, 'one page')])

  const [one] = pressed
  expect(pressed).toEqual([one, one])
  expect((await draftOf(one.ok ? one.token : ''))?.id).toBe((await draftOf(first))?.id)
  expect([await open(link, 'another page'), await open(link)]).toEqual(Array(2).fill({ ok: false, reason: 'used' }))
  expect([await continueLinkState(db, link), (await draftOf(link)) ?? null]).toEqual([{ works: false, end: 'used' }, null])
})

test('a newer link takes the place of the one before, a used one stays used', async () => {
  const first = await begun()
  const used = await mailed(first)
  await opened(used)
  const older = await mailed(first)
  const newer = await mailed(first)

  expect(await open(used)).toEqual({ ok: false, reason: 'used' })
  expect(await open(older)).toEqual({ ok: false, reason: 'superseded' })
  expect(await open(newer)).toMatchObject({ ok: true })
})

test('links asked for at the same time leave one that works', async () => {
  const first = await begun()
  const links = await Promise.all(Array.from({ length: 6 }, () => mailed(first)))
  const states = await Promise.all(links.map((link) => continueLinkState(db, link)))
  expect(states.filter(({ works }) => works)).toHaveLength(1)
})

test('a link ends after seven days, or with the draft', async () => {
  const first = await begun()
  const link = await mailed(first)
  const kept = await db.continueLink.findUniqueOrThrow({ where: { tokenHash: hashToken(link) } })
  expect(kept.expiresAt.getTime() - kept.createdAt.getTime()).toBe(7 * 86_400_000)

  const past = { createdAt: new Date(Date.now() - 8 * 86_400_000), expiresAt: new Date(Date.now() - 86_400_000) }
  await db.continueLink.update({ where: { tokenHash: hashToken(link) }, data: past })
  expect(await open(link)).toEqual({ ok: false, reason: 'expired' })

  const soon = new Date(Date.now() + 3_600_000)
  await db.draft.update({ where: { tokenHash: hashToken(first) }, data: { expiresAt: soon } })
  const short = await mailed(first)
  expect((await db.continueLink.findUniqueOrThrow({ where: { tokenHash: hashToken(short) } })).expiresAt).toEqual(soon)
})

test.each(['', 'no-such-link', '../..', '\u0000'])('a link that was never made is unknown: %j', async (link) => {
  expect(await continueLinkState(db, link)).toEqual({ works: false, end: 'unknown' })
  expect(await open(link)).toEqual({ ok: false, reason: 'unknown' })
})

test('once the story is sent its links open nothing, and no more can be asked for', async () => {
  const token = await finishedDraft()
  const link = await mailed(token)
  await sendDraft(token)

  expect(await open(link)).toEqual({ ok: false, reason: 'sent' })
  await expect(mailContinueLink(token, 'late@example.org', 'en')).rejects.toMatchObject({ code: 'draft.sent' })
})

test('without a draft, or after its thirty days, there is nothing to mail', async () => {
  const token = await begun()
  await db.draft.update({ where: { tokenHash: hashToken(token) }, data: { createdAt: new Date(0), expiresAt: new Date(1) } })
  for (const gone of ['unknown', token])
    await expect(mailContinueLink(gone, 'nobody@example.org', 'en')).rejects.toMatchObject({ code: 'draft.missing' })
  expect(await db.mail.count({ where: { recipient: 'nobody@example.org' } })).toBe(0)
})

test('the address stands in the mail alone, in the language of the page, and the secret is kept nowhere', async () => {
  const token = await begun()
  await mailContinueLink(token, 'elsewhere@example.org', 'ar')

  const { locale, text } = await db.mail.findFirstOrThrow({ where: { recipient: 'elsewhere@example.org' } })
  const link = /\/ar\/share\/continue\/(\S+)/.exec(text)?.[1] ?? 'none'
  expect(locale).toBe('ar')
  const { id } = (await draftOf(token)) ?? { id: '' }
  const rows = await Promise.all([
    db.draft.findUnique({ where: { id }, include: { links: true, tokens: true } }),
    db.auditEvent.findMany({ where: { subjectId: id } }),
  ])
  const kept = JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
  expect(kept).not.toContain('elsewhere')
  expect(kept).not.toContain(link)
})

test('the phrase is repeated to the address it was given with, and to no other', async () => {
  const token = await finishedDraft({ you: { email: 'Own@example.org', phrase: 'green door' } })
  await mailContinueLink(token, 'own@EXAMPLE.org', 'en')
  await mailContinueLink(token, 'other@example.org', 'en')

  const text = async (recipient: string) => (await db.mail.findFirstOrThrow({ where: { recipient } })).text
  expect(await text('own@EXAMPLE.org')).toContain('green door')
  expect(await text('other@example.org')).not.toContain('green door')
})
