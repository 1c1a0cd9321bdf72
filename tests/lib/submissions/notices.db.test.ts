import { expect, test } from 'vitest'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { confirmDownload } from '#lib/submissions/commands/confirm-download.ts'
import { eraseEntry } from '#lib/submissions/commands/erase.ts'
import { tellOfNewRules } from '#lib/submissions/commands/tell-of-rules.ts'
import { withdrawEntry } from '#lib/submissions/commands/withdraw.ts'
import { everythingHeld } from '#lib/submissions/held.ts'
import { sendEntry } from '#tests/factories/submissions.ts'

function letters(submissionId: string, kind: string) {
  return db.mail.findMany({ where: { submissionId, kind }, orderBy: { id: 'asc' } })
}

async function jobsFor(mailId: string | undefined): Promise<number> {
  const [row] = await db.$queryRaw<
    { jobs: number }[]
  >`select count(*)::int as jobs from graphile_worker.jobs where key = ${`mail:${mailId}`}`
  return row?.jobs ?? 0
}

async function publish(number: number, publishedAt = new Date()): Promise<void> {
  const [first] = await db.rulesText.findMany({ where: { campaignId, number: 1, locale: 'en' } })
  await db.rulesVersion.create({ data: { campaignId, number, publishedAt, hash: number.toString(16).padStart(64, '0') } })
  await db.rulesText.create({ data: { campaignId, number, locale: 'en', sections: first?.sections ?? [] } })
}

/** Somebody who accepted this version again. */
async function accept(submissionId: string, rulesVersion: number): Promise<void> {
  const given = { id: newId(), submissionId, purpose: 'rules', answer: 'yes', at: new Date(), locale: 'en', textHash: 'a'.repeat(64) }
  await db.consentEvent.create({ data: { ...given, rulesVersion } })
}

test('while the rules have one version nobody is told of another', async () => {
  const { id } = await sendEntry()
  expect(await tellOfNewRules()).toBe(0)
  expect(await letters(id, 'rules-changed')).toEqual([])
})

test('everybody with an active entry under an earlier version is told once, in their language, with a link to both versions', async () => {
  const [one, spanish, gone, erased] = [
    await sendEntry(),
    await sendEntry({ you: { mailLanguage: 'es', phrase: 'green door' } }),
    await sendEntry(),
    await sendEntry(),
  ]
  await withdrawEntry(gone.entryKey)
  await eraseEntry(erased.entryKey)
  await publish(2)

  const told = await Promise.all([tellOfNewRules(), tellOfNewRules()])
  expect(await tellOfNewRules()).toBe(0)

  expect(told[0] + told[1]).toBe(await db.mail.count({ where: { kind: 'rules-changed' } }))
  const [letter, ...more] = await letters(one.id, 'rules-changed')
  expect(more).toEqual([])
  expect(letter?.text).toContain('/rules?version=2')
  expect(letter?.text).toContain('/rules?version=1')
  expect(letter?.text).toContain('does not bind you')
  expect(await jobsFor(letter?.id)).toBe(1)
  expect(await letters(spanish.id, 'rules-changed')).toMatchObject([{ locale: 'es', text: expect.stringContaining('green door') }])
  for (const { id } of [gone, erased]) expect(await letters(id, 'rules-changed')).toEqual([])
})

test('the link in the letter opens the entry', async () => {
  const { id, reference } = await sendEntry()
  await tellOfNewRules()
  const [letter] = await letters(id, 'rules-changed')
  // Who enters now accepts the version in force.
  expect(letter).toBeUndefined()
  await publish(3)
  await tellOfNewRules()
  const key = /\/entry\/([\w-]+)/.exec((await letters(id, 'rules-changed'))[0]?.text ?? '')?.[1] ?? ''
  expect(await everythingHeld(key)).toMatchObject({ entry: { reference } })
})

test('who accepted the new version is not told of it, and the next version is told to them', async () => {
  const { id } = await sendEntry()
  await publish(4)
  await accept(id, 4)
  await tellOfNewRules()
  expect(await letters(id, 'rules-changed')).toEqual([])
  await publish(5)
  await tellOfNewRules()
  expect(await letters(id, 'rules-changed')).toMatchObject([{ text: expect.stringContaining('version=4') }])
})

test('a download is confirmed by one letter a day, however often and however many at once', async () => {
  const { id, entryKey, reference } = await sendEntry()

  await Promise.all(Array.from({ length: 8 }, () => confirmDownload(entryKey)))

  const [letter, ...more] = await letters(id, 'export-ready')
  expect(more).toEqual([])
  expect(letter).toMatchObject({ subject: expect.stringContaining(reference), recipient: 'sample@example.org', state: 'queued' })
  expect(await jobsFor(letter?.id)).toBe(1)

  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  await db.mail.update({ where: { id: letter?.id ?? '' }, data: { once: `export:${id}:${yesterday}` } })
  await confirmDownload(entryKey)
  expect(await letters(id, 'export-ready')).toHaveLength(2)
})

test('a link that opens nothing sends nothing', async () => {
  const before = await db.mail.count()
  await expect(confirmDownload('nobody-has-this-link-22')).rejects.toThrow('entry.missing')
  expect(await db.mail.count()).toBe(before)
})

test('a version that is not out yet is told to nobody', async () => {
  const { id } = await sendEntry()
  await publish(99, new Date(Date.now() + 3_600_000))
  expect(await tellOfNewRules()).toBe(0)
  expect(await letters(id, 'rules-changed')).toEqual([])
})
