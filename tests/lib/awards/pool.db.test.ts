import { beforeEach, expect, test } from 'vitest'
import { cancelAward, confirmAward } from '#lib/awards/commands/decide.ts'
import { forfeitAward } from '#lib/awards/commands/forfeit.ts'
import { proposeAward } from '#lib/awards/commands/propose.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { connect, db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { system } from '#lib/staff/actor.ts'
import { seen, selectedEntry } from '#tests/factories/awards.ts'
import { invited } from '#tests/factories/staff.ts'
import { openCampaign } from '#tests/factories/submissions.ts'
import { refusalOf } from '#tests/support/refusals.ts'

const pool = 800_000n

/** Every test begins with the whole pool: what is live is forfeited the way the ledger asks for. */
beforeEach(async () => {
  await openCampaign()
  const live = await db.award.findMany({ where: { state: { in: ['proposed', 'confirmed'] } }, include: { submission: true } })
  for (const award of live) await db.$transaction((tx) => forfeitAward(tx, { award, why: 'left', actor: system, at: new Date() }))
  expect((await campaign()).allottedUnits).toBe(0n)
})

const campaign = () => db.campaign.findUniqueOrThrow({ where: { id: campaignId } })

/** Entries one after the other: what is raced here is the pool. */
async function entries(count: number): Promise<{ id: string; reference: string }[]> {
  const made = []
  for (let at = 0; at < count; at += 1) made.push(await selectedEntry())
  return made
}

/** The book of these awards: what stands on each account. */
async function book(): Promise<Record<string, bigint>> {
  const rows = await db.$queryRaw<{ account: string; units: bigint }[]>`
    select account, sum(units)::bigint as units from ledger_line group by account order by account`
  return Object.fromEntries(rows.map(({ account, units }) => [account, units]))
}

test('of fifty proposals at once against the last 500 USDC, exactly those that fit are accepted', async () => {
  const admin = await invited('admin')
  const [big, ...all] = await entries(51)
  await proposeAward(admin, { reference: big?.reference ?? '', units: 750_000n })

  const outcomes = await Promise.allSettled(all.map(({ reference }) => proposeAward(admin, { reference, units: 7_500n })))

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(6)
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code ?? String(outcome.reason)] : []))
  expect(refused).toEqual(Array(44).fill('award.over-pool'))
  expect((await campaign()).allottedUnits).toBe(795_000n)
  expect(await book()).toMatchObject({ pool: -795_000n, proposed: 795_000n })
})

test('fifty that go past the commands are held by the database alone, whatever isolation they ask for', async () => {
  const all = await entries(50)
  const many = connect(process.env.DATABASE_URL ?? '', 25)
  const insert = ({ id: submissionId }: { id: string }, level: 'ReadCommitted' | 'RepeatableRead' | 'Serializable') =>
    many.$transaction(
      async (tx) => {
        await tx.campaign.findFirst()
        const id = newId()
        const at = new Date()
        await tx.award.create({ data: { id, campaignId, submissionId, units: 100_000n, state: 'proposed', stateAt: at, proposedAt: at } })
        const lines = [
          { account: 'pool', units: -100_000n },
          { account: 'proposed', units: 100_000n },
        ]
        await tx.ledgerEntry.create({ data: { awardId: id, kind: 'proposed', at, lines: { create: lines } } })
      },
      { isolationLevel: level, maxWait: 15_000, timeout: 15_000 },
    )

  const levels = ['ReadCommitted', 'RepeatableRead', 'Serializable'] as const
  const outcomes = await Promise.allSettled(all.map((entry, at) => insert(entry, levels[at % 3] ?? 'ReadCommitted')))
  await many.$disconnect()

  const accepted = BigInt(outcomes.filter(({ status }) => status === 'fulfilled').length)
  expect(accepted >= 1n && accepted <= 8n).toBe(true)
  expect((await campaign()).allottedUnits).toBe(accepted * 100_000n)
  expect(await db.award.count({ where: { state: 'proposed' } })).toBe(Number(accepted))
})

test('one entry has one live award, also when ten people propose at once; a cancelled one makes room', async () => {
  const [entry] = await entries(1)
  const reference = entry?.reference ?? ''
  const people = await Promise.all(Array.from({ length: 10 }, () => invited('admin')))

  const outcomes = await Promise.allSettled(people.map((admin) => proposeAward(admin, { reference, units: 1_000n })))

  const [won] = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
  expect(outcomes.filter(({ status }) => status === 'rejected').map((outcome) => 'reason' in outcome && outcome.reason.code)).toEqual(
    Array(9).fill('award.already'),
  )
  await cancelAward(people[0] as (typeof people)[0], await seen(won ?? ''))
  await proposeAward(people[1] as (typeof people)[0], { reference, units: 2_000n })
  expect(await db.award.findMany({ where: { submissionId: entry?.id ?? '' }, orderBy: { proposedAt: 'asc' } })).toMatchObject([
    { state: 'cancelled' },
    { state: 'proposed', units: 2_000n },
  ])
})

test('the database refuses a second live award, more than the pool, and a pool smaller than what is given', async () => {
  const admin = await invited('admin')
  const [entry, other] = await entries(2)
  await proposeAward(admin, { reference: entry?.reference ?? '', units: 600_000n })
  const at = new Date()
  const row = { campaignId, state: 'proposed', stateAt: at, proposedAt: at }

  await expect(db.award.create({ data: { ...row, id: newId(), submissionId: entry?.id ?? '', units: 1n } })).rejects.toThrow()
  await expect(db.award.create({ data: { ...row, id: newId(), submissionId: other?.id ?? '', units: 200_001n } })).rejects.toThrow(
    /campaign_allotted/,
  )
  await expect(db.campaign.update({ where: { id: campaignId }, data: { poolUnits: 599_999n } })).rejects.toThrow(/campaign_allotted/)
  await expect(db.campaign.update({ where: { id: campaignId }, data: { allottedUnits: 0n } })).rejects.toThrow(/what is taken/)
  expect(await campaign()).toMatchObject({ poolUnits: pool, allottedUnits: 600_000n })
})

test('the ledger can be added to and neither changed nor deleted, and its lines sum to zero and tell what the award tells', async () => {
  const admin = await invited('admin')
  const [entry] = await entries(1)
  const id = await proposeAward(admin, { reference: entry?.reference ?? '', units: 10_000n })
  const { id: entryId } = await db.ledgerEntry.findFirstOrThrow({ where: { awardId: id } })
  const add = (lines: { account: string; units: bigint }[]) =>
    db.ledgerEntry.create({ data: { awardId: id, kind: 'confirmed', at: new Date(), lines: { create: lines } } })
  const before = await book()

  for (const sql of [
    'update ledger_line set units = 1',
    'delete from ledger_line',
    'truncate ledger_line',
    'update ledger_entry set kind = kind',
    'delete from ledger_entry',
    'truncate ledger_entry cascade',
    'delete from award',
    'truncate award cascade',
  ])
    await expect(db.$executeRawUnsafe(sql), sql).rejects.toThrow('append-only')
  await expect(db.ledgerLine.create({ data: { entryId, account: 'paid', units: 5n } })).rejects.toThrow('sum to zero')
  await expect(add([])).rejects.toThrow('sum to zero')
  const committed = [
    { account: 'proposed', units: -10_000n },
    { account: 'committed', units: 10_000n },
  ]
  await expect(add(committed)).rejects.toThrow('does not tell')
  await expect(
    db.award.update({ where: { id }, data: { state: 'confirmed', confirmedById: (await invited('admin')).id, confirmedAt: new Date() } }),
  ).rejects.toThrow('does not tell')
  expect(await book()).toEqual(before)
})

test('who proposes does not confirm: the command says so, and the database holds it', async () => {
  const [proposer, other] = [await invited('admin'), await invited('admin')]
  const [entry] = await entries(1)
  const id = await proposeAward(proposer, { reference: entry?.reference ?? '', units: 10_000n })

  expect(await refusalOf(confirmAward(proposer, await seen(id)))).toBe('award.own-proposal')
  const data = { state: 'confirmed', confirmedById: proposer.id, confirmedAt: new Date() }
  await expect(db.award.update({ where: { id }, data })).rejects.toThrow(/award_two_people/)
  await expect(db.award.update({ where: { id }, data: { proposedById: other.id } })).rejects.toThrow(/award_fixed/)
  await expect(db.award.update({ where: { id }, data: { units: 1n } })).rejects.toThrow(/award_fixed/)
  await expect(
    db.award.update({ where: { id }, data: { state: 'open', openedAt: new Date(), claimUntil: new Date(Date.now() + 1e6) } }),
  ).rejects.toThrow(/cannot go/)

  await confirmAward(other, await seen(id))
  expect(await db.award.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'confirmed', confirmedById: other.id })
})

test('ten people confirming at once confirm once', async () => {
  const proposer = await invited('admin')
  const [entry] = await entries(1)
  const id = await proposeAward(proposer, { reference: entry?.reference ?? '', units: 10_000n })
  const [shown, people] = [await seen(id), await Promise.all(Array.from({ length: 10 }, () => invited('admin')))]

  const outcomes = await Promise.allSettled(people.map((admin) => confirmAward(admin, shown)))

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await db.auditEvent.count({ where: { subjectId: id, action: 'award.confirmed' } })).toBe(1)
  expect(await db.ledgerEntry.count({ where: { awardId: id, kind: 'confirmed' } })).toBe(1)
})
