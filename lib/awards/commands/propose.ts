import 'server-only'
import { record } from '#lib/audit/record.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { decimal } from '#lib/foundation/money.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { type StaffActor, system } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { fits } from '../ledger.ts'
import { amountsOf, type TemplateKey } from '../templates.ts'
import { lockPool, writeEntry } from './move.ts'

/**
 * Proposes an award for one selected entry; another admin has to confirm it. Returns its id. Refuses 'staff.forbidden', 'award.entry-unknown',
 * 'award.not-selected', 'award.story-only', 'award.already' (values reference) and 'award.over-pool' (values left, a decimal).
 */
export async function proposeAward(actor: StaffActor, input: Readonly<{ reference: string; units: bigint }>): Promise<string> {
  mustBeAllowed(actor, 'award.propose')
  const at = now()
  return db.$transaction(async (tx) => {
    const [entry] = await lockEntries(tx, [input.reference])
    if (!entry) throw new Refusal('award.entry-unknown')
    const left = await lockPool(tx)
    if (!fits(input.units, left)) throw new Refusal('award.over-pool', undefined, { left: decimal(left) })
    return write(tx, { submissionId: entry.id, units: input.units, proposedById: actor.id, replacesId: null, at })
  })
}

type Sharing = Readonly<{
  template: TemplateKey
  /** References, first place first. */
  order: readonly string[]
  /** What the person saw as left; hundredths. */
  left: bigint
}>

/**
 * Proposes one award for each of these entries, in their order, with the amounts of a template, all or none. Refuses as proposeAward() does,
 * and 'award.template' when the template does not fit the entries and what is left, 'award.left-changed' when something else is left by now.
 */
export async function proposeByTemplate(actor: StaffActor, { template, order, left }: Sharing): Promise<number> {
  mustBeAllowed(actor, 'award.propose')
  const at = now()
  return db.$transaction(async (tx) => {
    const entries = await lockEntries(tx, order)
    if ((await lockPool(tx)) !== left) throw new Refusal('award.left-changed')
    const amounts = amountsOf(template, { units: left, count: order.length })
    if (!amounts || entries.length !== order.length) throw new Refusal('award.template')
    for (const [place, { id }] of entries.entries())
      await write(tx, { submissionId: id, units: amounts[place] ?? 0n, proposedById: actor.id, replacesId: null, at })
    return entries.length
  })
}

/** Offers a forfeited amount to the next entry, for two people to take up and confirm. Inside the caller's transaction. */
export async function proposeAgain(
  tx: Tx,
  next: Readonly<{ submissionId: string; units: bigint; replacesId: string; at: Date }>,
): Promise<string> {
  return write(tx, { ...next, proposedById: null })
}

type Found = { id: string; reference: string; status: string; region: string | null; awarded: boolean }

/** The entries of these references in their order, locked, each fit for an award. Rows are locked by id, so that two never wait for each other. */
async function lockEntries(tx: Tx, references: readonly string[]): Promise<readonly Found[]> {
  await tx.$queryRaw`select id from submission where reference = any (${[...references]}) order by id for update`
  const found = await tx.$queryRaw<Found[]>`
    select s.id, s.reference, s.status, v.region,
      exists (select from award a where a.submission_id = s.id and a.state not in ('forfeited', 'cancelled')) as awarded
    from submission s left join survey_answers v on v.submission_id = s.id where s.reference = any (${[...references]})`
  const ordered = references.map((reference) => found.find((entry) => entry.reference === reference))
  return ordered.map((entry) => {
    if (!entry) throw new Refusal('award.entry-unknown')
    const about = { reference: entry.reference }
    if (entry.awarded) throw new Refusal('award.already', undefined, about)
    if (entry.status !== 'selected') throw new Refusal('award.not-selected', undefined, about)
    if (entry.region === 'story-only') throw new Refusal('award.story-only', undefined, about)
    return entry
  })
}

type New = Readonly<{ submissionId: string; units: bigint; proposedById: string | null; replacesId: string | null; at: Date }>

async function write(tx: Tx, { units, at, ...whose }: New): Promise<string> {
  const id = newId()
  await tx.award.create({ data: { id, campaignId, ...whose, units, state: 'proposed', stateAt: at, proposedAt: at } })
  await writeEntry(tx, { awardId: id, movement: 'proposed', units, from: 'pool', at })
  const actor = whose.proposedById ? ({ kind: 'staff', id: whose.proposedById } as const) : system
  const data = { units: Number(units), submissionId: whose.submissionId, replaces: whose.replacesId }
  await record(tx, { actor, action: 'award.proposed', subject: { kind: 'award', id }, at, data })
  return id
}
