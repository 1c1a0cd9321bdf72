import 'server-only'
import { record } from '#lib/audit/record.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { canBeRead } from '../policy.ts'
import { remainingBudget } from '../queries/budget.ts'
import { type Wanted, wantedReaders } from '../spending.ts'
import { hasCopy } from './assign.ts'
import { lockEntry } from './lock-entry.ts'
import { ask, readersFor } from './readers.ts'

export type Spent = Readonly<{ asked: number /** Wanted, and nobody was left who could. */; missed: number }>

/**
 * The second stage: spends what remains of the budget (reviews for each entry, on average) on contenders and disagreements, and sees to it
 * that each contender is read by somebody independent. Nobody is asked twice for one entry. However many spend at once, no more is spent
 * than the budget, and nothing twice. Refuses 'staff.forbidden'.
 */
export async function spendRemaining(actor: StaffActor, { budgetPerEntry }: Readonly<{ budgetPerEntry: number }>): Promise<Spent> {
  mustBeAllowed(actor, 'review.assign')
  const { total, remaining, entries } = await remainingBudget(actor, budgetPerEntry)
  const spent = { asked: 0, missed: 0 }
  for (const one of wantedReaders(entries, remaining)) {
    const outcome = await askOne(actor, one, total)
    if (outcome === 'spent') break
    if (outcome !== 'given') spent[outcome] += 1
  }
  const data = { ...spent, budgetPerEntry, remaining }
  await db.$transaction((tx) =>
    record(tx, { actor, action: 'review.budget-spent', subject: { kind: 'campaign', id: campaignId }, at: now(), data }),
  )
  return spent
}

/** `given`: somebody else asked for this reading meanwhile. `spent`: nothing is left of the budget. */
type Outcome = 'asked' | 'missed' | 'given' | 'spent'

/** Each in a transaction of its own, so that one entry that was withdrawn meanwhile holds up no other. */
function askOne(actor: StaffActor, { entry: id, independent, beside }: Wanted, total: number): Promise<Outcome> {
  return db.$transaction(async (tx) => {
    const entry = await lockEntry(tx, { id })
    if (!canBeRead(entry.status) || !(await hasCopy(tx, id))) return 'missed'
    // After the entry, as everywhere: whoever holds it waits for no entry.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('review.budget'))`
    const given = await givenReadings(tx, id)
    if (given.all >= total) return 'spent'
    if (given.here > beside) return 'given'
    const [reader] = await readersFor(tx, entry, { independentOnly: independent })
    if (!reader) return 'missed'
    await ask(tx, { submissionId: id, reviewerId: reader.id, stage: 2, at: now(), actor })
    return 'asked'
  })
}

/** Readings that stand, of all entries that can be read and of this one. */
async function givenReadings(tx: Tx, submissionId: string): Promise<Readonly<{ all: number; here: number }>> {
  const [row] = await tx.$queryRaw<{ all: number; here: number }[]>`
    select count(*)::int as "all", (count(*) filter (where a.submission_id = ${submissionId}::uuid))::int as here
    from assignment a join submission s on s.id = a.submission_id
    where s.campaign_id = ${campaignId} and s.status = 'eligible' and a.ended_at is null`
  return row ?? { all: 0, here: 0 }
}
