import { beforeEach, expect, test } from 'vitest'
import { claimAward, declineAward, mailClaimCode } from '#lib/awards/commands/claim.ts'
import { cancelAward, confirmAward, openAward, takeUpAward } from '#lib/awards/commands/decide.ts'
import { closeClaims, remindClaims } from '#lib/awards/commands/follow-claims.ts'
import { exportPayouts, seePayout } from '#lib/awards/commands/payouts.ts'
import { checkAward, giveUpBlocked, payAward } from '#lib/awards/commands/progress.ts'
import { proposeAward, proposeByTemplate } from '#lib/awards/commands/propose.ts'
import type { PayoutDetails } from '#lib/awards/payout.ts'
import {
  awardForStaff,
  awardSettings,
  awardsForStaff,
  candidatesForStaff,
  ledgerForStaff,
  ownAward,
  poolForStaff,
  publicPool,
} from '#lib/awards/queries.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import { open, SealError } from '#lib/foundation/sealed.ts'
import { deliverMail } from '#lib/mail/deliver.ts'
import { eraseEntry } from '#lib/submissions/commands/erase.ts'
import { withdrawEntry } from '#lib/submissions/commands/withdraw.ts'
import {
  claimedAward,
  confirmedAward,
  decideDays,
  mailedCode,
  onReserve,
  openedAward,
  sampleDetails,
  seen,
  selectedEntry,
} from '#tests/factories/awards.ts'
import { invited } from '#tests/factories/staff.ts'
import { openCampaign } from '#tests/factories/submissions.ts'
import { refusalOf } from '#tests/support/refusals.ts'

beforeEach(async () => {
  await openCampaign()
  await db.campaign.update({ where: { id: campaignId }, data: { poolUnits: 100_000_000n } })
})

const award = (id: string) => db.award.findUniqueOrThrow({ where: { id }, include: { payout: true } })
const letters = async (submissionId: string) =>
  (await db.mail.findMany({ where: { submissionId, kind: { startsWith: 'award-' } }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })).map(
    ({ kind }) => kind,
  )
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

test('an award goes from proposal to payment, and the storyteller is told at each of their steps', async () => {
  const { entry, id, confirmer } = await openedAward(125_000n)
  const code = await mailedCode(entry.entryKey, entry.id)
  expect(await claimAward(entry.entryKey, { code, details: sampleDetails })).toBe('claimed')
  expect(await ownAward(entry.entryKey)).toMatchObject({
    state: 'claimed',
    units: 125_000n,
    canChange: true,
    canDecline: true,
    isCodeOut: false,
  })

  await checkAward(confirmer, { ...(await seen(id)), step: 'hand-off' })
  await checkAward(confirmer, { ...(await seen(id)), step: 'clear' })
  await payAward(confirmer, { ...(await seen(id)), reference: `0x${'ab'.repeat(32)}` })

  expect(await award(id)).toMatchObject({ state: 'paid', paymentReference: `0x${'ab'.repeat(32)}` })
  expect(await letters(entry.id)).toEqual(['award-open', 'award-code', 'award-claimed', 'award-paid'])
  expect(await ownAward(entry.entryKey)).toMatchObject({ state: 'paid', canChange: false, canDecline: false, isOverdue: false })
  const kinds = await db.ledgerEntry.findMany({ where: { awardId: id }, orderBy: { id: 'asc' }, select: { kind: true } })
  expect(kinds.map(({ kind }) => kind)).toEqual(['proposed', 'confirmed', 'paid'])
  const actions = await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' }, select: { action: true } })
  expect(actions.map(({ action }) => action.slice('award.'.length))).toEqual([
    ...['proposed', 'confirmed', 'opened', 'code-mailed', 'claimed', 'handed-off', 'cleared', 'paid'],
  ])
  expect(await publicPool(new Date())).toMatchObject({ paidCount: 1, paidUnits: 125_000n })
})

test('nothing is opened while the claim period is not decided, and nothing is shown to the storyteller before', async () => {
  const { entry, id, confirmer } = await confirmedAward()
  await decideDays({ claimDays: null, payWithinDays: null })

  expect(await refusalOf(openAward(confirmer, await seen(id)))).toBe('award.no-claim-days')
  expect(await ownAward(entry.entryKey)).toBeNull()
  expect(await refusalOf(mailClaimCode(entry.entryKey))).toBe('claim.not-open')
})

test('a code works once, for ten minutes, until a newer one is mailed, and only for its award', async () => {
  const [one, other] = [await openedAward(), await openedAward()]
  const { entryKey, id } = one.entry
  const first = await mailedCode(entryKey, id)
  const second = await mailedCode(entryKey, id)
  const foreign = await mailedCode(other.entry.entryKey, other.entry.id)
  const attempt = (code: string) => claimAward(entryKey, { code, details: sampleDetails })

  expect(await refusalOf(attempt(first))).toBe('claim.code-wrong')
  expect(await refusalOf(attempt(foreign))).toBe('claim.code-wrong')
  await db.awardCode.updateMany({
    where: { awardId: one.id },
    data: { sentAt: daysAgo(1), expiresAt: new Date(daysAgo(1).getTime() + 1000) },
  })
  expect(await refusalOf(attempt(second))).toBe('claim.code-wrong')
  const third = await mailedCode(entryKey, id)
  expect(await attempt(third)).toBe('claimed')
  const elsewhere = { kind: 'binance-uid', network: null, destination: '123456789' } as const
  expect(await refusalOf(claimAward(entryKey, { code: third, details: elsewhere }))).toBe('claim.code-wrong')
  expect(await db.awardCode.findFirst({ where: { codeHash: { contains: third } } })).toBeNull()
})

test('of six claims with one code at once, each to somewhere else, one counts', async () => {
  const { entry, id } = await openedAward()
  const code = await mailedCode(entry.entryKey, entry.id)

  const to = (place: number) => ({ kind: 'binance-uid', network: null, destination: `12345678${place}` }) as const
  const outcomes = await Promise.allSettled(
    Array.from({ length: 6 }, (_, place) => claimAward(entry.entryKey, { code, details: to(place) })),
  )

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await db.auditEvent.count({ where: { subjectId: id, action: 'award.claimed' } })).toBe(1)
})

test('a claim, a change and a refusal that are pressed twice count once and succeed', async () => {
  const { entry, id } = await openedAward()
  const twice = async (details: PayoutDetails) => {
    const code = await mailedCode(entry.entryKey, entry.id)
    return Promise.all([1, 2].map(() => claimAward(entry.entryKey, { code, details })))
  }

  expect(await twice(sampleDetails)).toEqual(['claimed', 'claimed'])
  const elsewhere = { kind: 'binance-uid', network: null, destination: '123456789' } as const
  expect(await twice(elsewhere)).toEqual(['changed', 'changed'])
  const code = await mailedCode(entry.entryKey, entry.id)
  await Promise.all([declineAward(entry.entryKey, code), declineAward(entry.entryKey, code)])

  expect(await award(id)).toMatchObject({ state: 'forfeited', forfeitedWhy: 'declined' })
  const told = (await letters(entry.id)).filter((kind) => kind !== 'award-code')
  expect(told).toEqual(['award-open', 'award-claimed', 'award-changed', 'award-forfeited'])
})

test('guessing codes and asking for many are slowed down', async () => {
  const { entry } = await openedAward()
  const guess = () => refusalOf(claimAward(entry.entryKey, { code: '00000000', details: sampleDetails }))

  const guesses = []
  for (let at = 0; at < 7; at += 1) guesses.push(await guess())
  const asked = []
  for (let at = 0; at < 5; at += 1) await mailClaimCode(entry.entryKey)
  asked.push(await refusalOf(mailClaimCode(entry.entryKey)))

  expect(guesses).toEqual([...Array(6).fill('claim.code-wrong'), 'claim.code-tries'])
  expect(asked).toEqual(['claim.code-limit'])
})

test('the letter with a code keeps no code once it is sent', async () => {
  const { entry } = await openedAward()
  const code = await mailedCode(entry.entryKey, entry.id)
  const mail = await db.mail.findFirstOrThrow({ where: { submissionId: entry.id, kind: 'award-code' } })
  expect(mail.text).toContain(code)

  await deliverMail(mail.id, { hand: async () => {} })

  expect(await db.mail.findUniqueOrThrow({ where: { id: mail.id } })).toMatchObject({ state: 'sent', text: '', html: '' })
})

test('details that cannot be opened any more, as after a change of the secret, can be given again', async () => {
  const { entry, id } = await claimedAward()
  const sealed = (await award(id)).payout?.sealed ?? ''
  await db.payout.update({ where: { awardId: id }, data: { sealed: `${sealed.slice(0, -2)}AA` } })
  const code = await mailedCode(entry.entryKey, entry.id)

  expect(await claimAward(entry.entryKey, { code, details: sampleDetails })).toBe('changed')
  expect(open((await award(id)).payout?.sealed ?? '', `payout:${id}`)).toBe(sampleDetails.destination)
})

test('payout details are sealed for their award alone, and each look is recorded', async () => {
  const [one, other] = [await claimedAward(), await claimedAward()]
  const sealed = (await award(one.id)).payout?.sealed ?? ''

  expect(sealed).toMatch(/^v1\./)
  expect(sealed).not.toContain(sampleDetails.destination)
  expect(open(sealed, `payout:${one.id}`)).toBe(sampleDetails.destination)
  expect(() => open(sealed, `payout:${other.id}`)).toThrow(SealError)
  expect(() => open(`${sealed.slice(0, -2)}AA`, `payout:${one.id}`)).toThrow(SealError)
  expect(await seePayout(one.confirmer, one.id)).toMatchObject({ destination: sampleDetails.destination })
  await seePayout(one.proposer, one.id)
  const looks = await db.auditEvent.findMany({ where: { subjectId: one.id, action: 'payout.seen' }, orderBy: { id: 'asc' } })
  expect(looks.map(({ actorId }) => actorId)).toEqual([one.confirmer.id, one.proposer.id])
  expect(
    JSON.stringify(await db.auditEvent.findMany({ where: { subjectId: one.id } }), (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    ),
  ).not.toContain(sampleDetails.destination)
})

test('changed details hold everything for 24 hours, go through the checks again, and a letter says so', async () => {
  const { entry, id, confirmer } = await claimedAward()
  await checkAward(confirmer, { ...(await seen(id)), step: 'hand-off' })
  await checkAward(confirmer, { ...(await seen(id)), step: 'clear' })
  const uid = { kind: 'binance-uid', network: null, destination: '123456789' } as const

  expect(await claimAward(entry.entryKey, { code: await mailedCode(entry.entryKey, entry.id), details: uid })).toBe('changed')

  expect(await award(id)).toMatchObject({ state: 'claimed', payout: { kind: 'binance-uid', network: null } })
  expect((await letters(entry.id)).at(-1)).toBe('award-changed')
  expect(await refusalOf(checkAward(confirmer, { ...(await seen(id)), step: 'hand-off' }))).toBe('award.held')
  await db.payout.update({ where: { awardId: id }, data: { heldUntil: new Date(Date.now() - 1000) } })
  await checkAward(confirmer, { ...(await seen(id)), step: 'hand-off' })
  expect(await award(id)).toMatchObject({ state: 'handed_off' })
})

test('a declined award goes to the next reserve as a proposal that two people have to stand behind', async () => {
  const { entry, id } = await openedAward(70_000n)
  const next = await onReserve()

  await declineAward(entry.entryKey, await mailedCode(entry.entryKey, entry.id))

  expect(await award(id)).toMatchObject({ state: 'forfeited', forfeitedWhy: 'declined', payout: null })
  expect(await db.submission.findUniqueOrThrow({ where: { id: next.id } })).toMatchObject({ status: 'selected' })
  const offered = await db.award.findFirstOrThrow({ where: { submissionId: next.id } })
  expect(offered).toMatchObject({ state: 'proposed', units: 70_000n, proposedById: null, replacesId: id })
  const [first, second] = [await invited('admin'), await invited('admin')]
  expect(await refusalOf(confirmAward(first, await seen(offered.id)))).toBe('award.not-taken-up')
  await takeUpAward(first, await seen(offered.id))
  expect(await refusalOf(takeUpAward(second, await seen(offered.id)))).toBe('award.taken-up')
  expect(await refusalOf(confirmAward(first, await seen(offered.id)))).toBe('award.own-proposal')
  await confirmAward(second, await seen(offered.id))
  expect(await award(offered.id)).toMatchObject({ state: 'confirmed' })
})

test('the clock reminds at half time and near the end, once each, then forfeits what nobody claimed', async () => {
  const { entry, id } = await openedAward()
  const opened = (openedAt: Date, days: number) =>
    db.award.update({ where: { id }, data: { openedAt, claimUntil: new Date(openedAt.getTime() + days * 86_400_000) } })
  const reminders = async () => (await letters(entry.id)).filter((kind) => kind === 'award-reminder').length

  await remindClaims()
  expect(await reminders()).toBe(0)
  await opened(daysAgo(8), 14)
  for (const _ of [1, 2]) await remindClaims()
  expect(await reminders()).toBe(1)
  await opened(daysAgo(13), 14)
  for (const _ of [1, 2]) await remindClaims()
  expect(await reminders()).toBe(2)
  await opened(daysAgo(15), 14)
  expect(await refusalOf(mailClaimCode(entry.entryKey))).toBe('claim.not-open')
  const before = await db.campaign.findUniqueOrThrow({ where: { id: campaignId } })
  await closeClaims()
  await closeClaims()

  expect(await award(id)).toMatchObject({ state: 'forfeited', forfeitedWhy: 'no_claim' })
  expect((await letters(entry.id)).filter((kind) => kind === 'award-forfeited')).toHaveLength(1)
  expect((await db.campaign.findUniqueOrThrow({ where: { id: campaignId } })).allottedUnits).toBe(before.allottedUnits - 50_000n)
})

test('the letter about an award nobody claimed promises no reminder that a short time had no room for, and no reserve there is not', async () => {
  const { entry, id } = await openedAward()
  const opened = (openedAt: Date) =>
    db.award.update({ where: { id }, data: { openedAt, claimUntil: new Date(openedAt.getTime() + 3 * 86_400_000) } })
  await opened(daysAgo(2))
  for (const _ of [1, 2]) await remindClaims()
  expect((await letters(entry.id)).filter((kind) => kind === 'award-reminder')).toHaveLength(1)
  await opened(daysAgo(4))

  await closeClaims()

  const { text } = await db.mail.findFirstOrThrow({ where: { submissionId: entry.id, kind: 'award-forfeited' } })
  expect(text).not.toContain('half time')
  expect(text.replace(/\s+/g, ' ')).toContain('next entry on the reserve list, if one is left')
})

test('a blocked payment ends the award without telling the storyteller more than that', async () => {
  const { entry, id, confirmer } = await claimedAward()
  await checkAward(confirmer, { ...(await seen(id)), step: 'hand-off' })
  await checkAward(confirmer, { ...(await seen(id)), step: 'block' })
  expect(await ownAward(entry.entryKey)).toMatchObject({ state: 'handed_off', canDecline: false })
  expect(await refusalOf(payAward(confirmer, { ...(await seen(id)), reference: 'a transfer' }))).toBe('award.cannot-move')

  await giveUpBlocked(confirmer, await seen(id))

  expect(await award(id)).toMatchObject({ state: 'forfeited', forfeitedWhy: 'blocked', payout: null })
})

test('an entry that is erased takes payout details and codes with it; its award ends, and the record of money stays', async () => {
  const { entry, id } = await claimedAward()
  await mailClaimCode(entry.entryKey)

  await eraseEntry(entry.entryKey)

  expect((await award(id)).payout).toBeNull()
  expect(await db.awardCode.count({ where: { awardId: id } })).toBe(0)
  await closeClaims()
  expect(await award(id)).toMatchObject({ state: 'forfeited', forfeitedWhy: 'left' })
  expect(await db.ledgerEntry.count({ where: { awardId: id } })).toBe(3)
})

test('a withdrawn entry keeps its award for the day it can come back, unpaid, and loses it after', async () => {
  const { entry, id, confirmer } = await claimedAward()
  await withdrawEntry(entry.entryKey)

  await closeClaims()
  expect(await award(id)).toMatchObject({ state: 'claimed' })
  expect(await ownAward(entry.entryKey)).toMatchObject({ takesPart: false, canClaim: false, canChange: false })
  expect(await refusalOf(checkAward(confirmer, { ...(await seen(id)), step: 'hand-off' }))).toBe('award.not-selected')
  await db.submission.update({ where: { id: entry.id }, data: { statusAt: daysAgo(2) } })
  await closeClaims()

  expect(await award(id)).toMatchObject({ state: 'forfeited', forfeitedWhy: 'left' })
})

test('only what is cleared is exported, a Safe gets addresses of its chain, and each export is recorded', async () => {
  const base = await claimedAward()
  const uid = await claimedAward({ kind: 'binance-uid', network: null, destination: '987654321' })
  await claimedAward()
  for (const { id, confirmer } of [base, uid])
    for (const step of ['hand-off', 'clear'] as const) await checkAward(confirmer, { ...(await seen(id)), step })
  const admin = await invited('admin')

  const [csv, safe, elsewhere] = [
    await exportPayouts(admin, { format: 'csv' }),
    await exportPayouts(admin, { format: 'safe', chainId: 8453 }),
    await exportPayouts(admin, { format: 'safe', chainId: 1 }),
  ]

  expect(csv.map(({ reference }) => reference).sort()).toEqual([base.entry.reference, uid.entry.reference].sort())
  expect(safe.map(({ reference }) => reference)).toEqual([base.entry.reference])
  expect(elsewhere).toEqual([])
  const recorded = await db.auditEvent.findMany({
    where: { action: 'payout.exported', subjectKind: 'campaign', actorId: admin.id },
    orderBy: { id: 'asc' },
  })
  expect(recorded.map(({ data }) => (data as { rows: number }).rows)).toEqual([2, 1, 0])
  await db.campaignStop.create({ data: { campaignId, what: 'payouts', since: new Date(), byId: admin.id, reason: 'A rehearsal.' } })
  expect(await refusalOf(exportPayouts(admin, { format: 'csv' }))).toBe('campaign.stopped')
  expect(await refusalOf(payAward(admin, { ...(await seen(base.id)), reference: 'a transfer' }))).toBe('campaign.stopped')
  await db.campaignStop.deleteMany()
})

test('staff see that an award was in a payment file, also after its details were changed', async () => {
  const { entry, id, confirmer } = await claimedAward()
  for (const step of ['hand-off', 'clear'] as const) await checkAward(confirmer, { ...(await seen(id)), step })
  expect((await awardForStaff(confirmer, id))?.exportedAt).toEqual([])
  await exportPayouts(confirmer, { format: 'csv' })

  await claimAward(entry.entryKey, {
    code: await mailedCode(entry.entryKey, entry.id),
    details: { kind: 'binance-uid', network: null, destination: '123456789' },
  })

  expect(await awardForStaff(confirmer, id)).toMatchObject({ state: 'claimed', exportedAt: [expect.any(Date)] })
})

test('an award whose payment is late says so to staff and to its storyteller', async () => {
  const { entry, id, confirmer } = await claimedAward()
  await db.award.update({ where: { id }, data: { payBy: daysAgo(1) } })

  expect(await awardForStaff(confirmer, id)).toMatchObject({ isOverdue: true })
  expect(await ownAward(entry.entryKey)).toMatchObject({ isOverdue: true })
})

test('a template proposes every award or none, in the order given', async () => {
  const admin = await invited('admin')
  const campaign = await db.campaign.findUniqueOrThrow({ where: { id: campaignId } })
  await db.campaign.update({ where: { id: campaignId }, data: { poolUnits: campaign.allottedUnits + 10_001n } })
  const [one, two, storyOnly] = [await selectedEntry(), await selectedEntry(), await selectedEntry()]
  await db.surveyAnswers.update({ where: { submissionId: storyOnly.id }, data: { region: 'story-only' } })
  const order = [two.reference, one.reference]
  const before = await db.award.count()

  expect(await refusalOf(proposeByTemplate(admin, { template: 'equal', order, left: 10_000n }))).toBe('award.left-changed')
  expect(await refusalOf(proposeByTemplate(admin, { template: 'tiers', order, left: 10_001n }))).toBe('award.template')
  expect(await refusalOf(proposeByTemplate(admin, { template: 'equal', order: [...order, storyOnly.reference], left: 10_001n }))).toBe(
    'award.story-only',
  )
  expect(await db.award.count()).toBe(before)
  expect(await proposeByTemplate(admin, { template: 'equal', order, left: 10_001n })).toBe(2)

  const made = await db.award.findMany({ where: { submissionId: { in: [one.id, two.id] } }, include: { submission: true } })
  expect(Object.fromEntries(made.map(({ submission, units }) => [submission.reference, units]))).toEqual({
    [two.reference]: 5_001n,
    [one.reference]: 5_000n,
  })
  expect((await poolForStaff(admin)).left).toBe(0n)
})

test('reviewers and editors can neither see nor do anything with awards', async () => {
  const { id } = await claimedAward()
  const at = await seen(id)
  for (const role of ['reviewer', 'editor'] as const) {
    const actor = await invited(role)
    const tries = [
      ...[
        proposeAward(actor, { reference: 'HB-2222-2222', units: 1n }),
        proposeByTemplate(actor, { template: 'equal', order: [], left: 0n }),
      ],
      ...[takeUpAward(actor, at), confirmAward(actor, at), cancelAward(actor, at), openAward(actor, at), giveUpBlocked(actor, at)],
      ...[checkAward(actor, { ...at, step: 'hand-off' }), payAward(actor, { ...at, reference: 'a transfer' })],
      ...[seePayout(actor, id), exportPayouts(actor, { format: 'csv' })],
      ...[
        poolForStaff(actor),
        awardsForStaff(actor),
        awardForStaff(actor, id),
        ledgerForStaff(actor),
        candidatesForStaff(actor),
        awardSettings(actor),
      ],
    ]
    for (const attempt of tries) expect(await refusalOf(attempt)).toBe('staff.forbidden')
  }
  expect(await award(id)).toMatchObject({ state: 'claimed', version: at.version })
})
