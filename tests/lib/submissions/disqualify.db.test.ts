import { beforeEach, expect, test } from 'vitest'
import { closeClaims } from '#lib/awards/commands/follow-claims.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import { eraseEntry } from '#lib/submissions/commands/erase.ts'
import { withdrawEntry } from '#lib/submissions/commands/withdraw.ts'
import { everythingHeld } from '#lib/submissions/held.ts'
import type { Status } from '#lib/submissions/lifecycle.ts'
import { ownEntry } from '#lib/submissions/queries.ts'
import { disqualifyEntry } from '#lib/submissions/staff/disqualify.ts'
import { parseDisqualify } from '#lib/submissions/staff/disqualify-schema.ts'
import { claimedAward, onReserve } from '#tests/factories/awards.ts'
import { invited } from '#tests/factories/staff.ts'
import { openCampaign, samplePostUrl, sendEntry } from '#tests/factories/submissions.ts'
import { refusalOf } from '#tests/support/refusals.ts'

beforeEach(async () => {
  await openCampaign()
  await db.campaign.update({ where: { id: campaignId }, data: { poolUnits: 100_000_000n } })
})

const why = { rule: 'not-own-story', note: 'Two people showed us where the words come from.' } as const
const admin = await invited('admin')

async function entryIn(status: Status) {
  const entry = await sendEntry()
  await db.submission.update({ where: { id: entry.id }, data: { status } })
  return entry
}

async function seen(id: string) {
  const { reference, version } = await db.submission.findUniqueOrThrow({ where: { id } })
  return { reference, version, ...why }
}

const statusOf = async (id: string) => (await db.submission.findUniqueOrThrow({ where: { id } })).status
const letters = (submissionId: string) => db.mail.findMany({ where: { submissionId, kind: 'disqualified' } })

test.each(['submitted', 'needs_info', 'eligible', 'selected', 'reserve', 'not_selected'] as const)(
  'an entry that is %s can be disqualified: history, rule, letter and record together',
  async (from) => {
    const { id, entryKey } = await entryIn(from)

    await disqualifyEntry(admin, await seen(id))

    expect(await statusOf(id)).toBe('disqualified')
    expect(await db.statusChange.findFirst({ where: { submissionId: id, to: 'disqualified' } })).toMatchObject({ from, staffId: admin.id })
    expect(await db.screening.findFirst({ where: { submissionId: id, outcome: 'disqualified' } })).toMatchObject(why)
    const [line] = await db.auditEvent.findMany({ where: { subjectId: id, action: 'submission.disqualified' } })
    expect(line).toMatchObject({ actorId: admin.id, data: { from, rule: 'not-own-story' } })
    const [letter] = await letters(id)
    expect(letter?.text).toContain('The story did not appear to be your own.')
    expect(JSON.stringify([letter, line?.data])).not.toContain('Two people')
    expect(await ownEntry(entryKey)).toMatchObject({
      plainStatus: 'ineligible',
      ineligible: { rule: 'not-own-story' },
      canWithdraw: false,
      appealUntil: null,
    })
    expect((await everythingHeld(entryKey))?.decisions).toMatchObject([{ rule: 'not-own-story' }])
  },
)

test.each(['ineligible', 'withdrawn', 'disqualified', 'erased'] as const)('an entry that is %s cannot be', async (from) => {
  const { id } = await entryIn(from)

  expect(await refusalOf(disqualifyEntry(admin, await seen(id)))).toBe('submission.cannot-move')
  expect([await statusOf(id), (await letters(id)).length]).toEqual([from, 0])
})

test('only an admin can, once, and only of the entry as they saw it', async () => {
  const { id, entryKey } = await entryIn('eligible')
  const as = await seen(id)
  for (const role of ['reviewer', 'editor'] as const) {
    expect(await refusalOf(disqualifyEntry(await invited(role), as))).toBe('staff.forbidden')
  }
  expect(await refusalOf(disqualifyEntry({ ...admin, withoutSecondFactor: 'withheld' }, as))).toBe('staff.forbidden')
  expect(await refusalOf(disqualifyEntry(admin, { ...as, version: as.version + 1 }))).toBe('submission.changed')
  expect(await refusalOf(disqualifyEntry(admin, { ...as, reference: 'HB-2222-2222' }))).toBe('submission.unknown')

  const tries = await Promise.allSettled([disqualifyEntry(admin, as), disqualifyEntry(admin, as), withdrawEntry(entryKey)])

  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await letters(id)).length).toBe((await statusOf(id)) === 'disqualified' ? 1 : 0)
})

test('the letter is in the language of the storyteller, and the post can be entered again', async () => {
  const postUrl = samplePostUrl()
  const { id } = await sendEntry({ post: { postUrl } })
  await db.submission.update({ where: { id }, data: { locale: 'es' } })

  await disqualifyEntry(admin, await seen(id))

  expect(await letters(id)).toMatchObject([{ locale: 'es', text: expect.stringContaining('Hemos tenido que sacar del concurso') }])
  expect(await statusOf((await sendEntry({ post: { postUrl } })).id)).toBe('submitted')
})

test('an award of it is ended by the clock, and a reserve moves up with the amount', async () => {
  const { entry, id } = await claimedAward()
  const next = await onReserve()

  await disqualifyEntry(admin, await seen(entry.id))
  await closeClaims()

  expect(await db.award.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'forfeited', forfeitedWhy: 'left' })
  expect(await statusOf(next.id)).toBe('selected')
  expect(await db.award.findFirst({ where: { submissionId: next.id } })).toMatchObject({ units: 50_000n, replacesId: id })
})

test('what staff noted goes when the entry is erased, the rule stays', async () => {
  const { id, entryKey } = await entryIn('eligible')
  await disqualifyEntry(admin, await seen(id))

  await eraseEntry(entryKey)

  expect(await db.screening.findFirst({ where: { submissionId: id } })).toMatchObject({ rule: 'not-own-story', note: null })
})

test('a form needs a rule, a note and a tick', () => {
  expect(parseDisqualify({ rule: 'x', note: ' \u200b', sure: '' })).toEqual({
    ok: false,
    errors: { rule: 'rule.missing', note: 'note.missing', sure: 'sure.missing' },
  })
  expect(parseDisqualify({ ...why, note: 'a'.repeat(2001), sure: 'yes' })).toEqual({ ok: false, errors: { note: 'note.too-long' } })
  expect(parseDisqualify({ ...why, sure: 'yes' })).toEqual({ ok: true, read: why })
})
