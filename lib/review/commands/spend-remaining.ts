import 'server-only'
import { record } from '#lib/audit/record.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
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
 * that each contender is read by somebody independent. Nobody is asked twice for one entry. Refuses 'staff.forbidden'.
 */
export async function spendRemaining(actor: StaffActor, { budgetPerEntry }: Readonly<{ budgetPerEntry: number }>): Promise<Spent> {
  mustBeAllowed(actor, 'review.assign')
  const { remaining, entries } = await remainingBudget(actor, budgetPerEntry)
  const wanted = wantedReaders(entries, remaining)
  let asked = 0
  for (const one of wanted) asked += (await askOne(actor, one)) ? 1 : 0
  const spent = { asked, missed: wanted.length - asked }
  const data = { ...spent, budgetPerEntry, remaining }
  await db.$transaction((tx) =>
    record(tx, { actor, action: 'review.budget-spent', subject: { kind: 'campaign', id: campaignId }, at: now(), data }),
  )
  return spent
}

/** Each in a transaction of its own, so that one entry that was withdrawn meanwhile holds up no other. */
function askOne(actor: StaffActor, { entry: id, independent }: Wanted): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const entry = await lockEntry(tx, { id })
    if (!canBeRead(entry.status) || !(await hasCopy(tx, id))) return false
    const [reader] = await readersFor(tx, entry, { independentOnly: independent })
    if (!reader) return false
    await ask(tx, { submissionId: id, reviewerId: reader.id, stage: 2, at: now(), actor })
    return true
  })
}
