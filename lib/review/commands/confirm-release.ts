import 'server-only'
import { record } from '#lib/audit/record.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { type BasisChange, changesSince, fingerprintOf, releaseBasis } from '../selection/basis.ts'
import { releaseBlockers } from '../selection/blockers.ts'
import { countResults, countToSay } from '../selection/counts.ts'
import { sayResults } from './say-results.ts'
import { lockSelection } from './selection-lock.ts'

/** Writing thousands of letters takes a while; the pages of storytellers wait for none of it. */
const longest = 600_000

/**
 * Releases the results as they were proposed, in one transaction: every outcome, its history, its letter, the numbers of the results page,
 * or none of it. Confirming again, or twice at once, releases once and succeeds. Refuses 'staff.forbidden', 'release.unknown',
 * 'release.cancelled', 'release.same-person', 'release.blocked' while somebody would be left without an answer, and 'release.changed' when a
 * decision, or a score behind it, is not what it was when this was proposed (values scores, decisions: references; more: how many others).
 */
export async function confirmRelease(actor: StaffActor, { id }: Readonly<{ id: string }>): Promise<void> {
  mustBeAllowed(actor, 'results.release')
  await db.$transaction(
    async (tx) => {
      await lockSelection(tx)
      const release = await tx.release.findFirst({ where: { id, campaignId } })
      if (!release) throw new Refusal('release.unknown')
      if (release.releasedAt) return
      if (release.cancelledAt) throw new Refusal('release.cancelled')
      if (release.proposedById === actor.id) throw new Refusal('release.same-person')
      await lockEntries(tx)
      if ((await releaseBlockers(tx, { later: release.number > 1 })).length > 0) throw new Refusal('release.blocked')
      const basis = await releaseBasis(tx)
      if (fingerprintOf(basis) !== release.fingerprint) throw changedRefusal(changesSince(release.basis, basis))
      const at = now()
      const [counts, said] = [await countResults(tx), await countToSay(tx)]
      await sayResults(tx, { releaseId: id, actor, at })
      await tx.release.update({ where: { id }, data: { confirmedById: actor.id, releasedAt: at, counts } })
      const data = { fingerprint: release.fingerprint, number: release.number, ...said }
      await record(tx, { actor, action: 'results.released', subject: { kind: 'release', id }, at, data })
    },
    { timeout: longest, maxWait: 10_000 },
  )
}

/** As many entries as fit into one sentence are named. */
const namedMost = 10

function changedRefusal(changes: readonly BasisChange[]): Refusal {
  const named = changes.slice(0, namedMost)
  const of = (isScore: boolean) =>
    named
      .filter(({ what }) => (what === 'scores') === isScore)
      .map(({ reference }) => reference)
      .join(' ')
  return new Refusal('release.changed', undefined, { scores: of(true), decisions: of(false), more: changes.length - named.length })
}

/** Whoever withdraws or erases now comes before this, or after all of it. */
async function lockEntries(tx: Tx): Promise<void> {
  await tx.$queryRaw`
    select count(*)::int from (select id from submission where campaign_id = ${campaignId} and status = 'eligible' order by id for update) locked`
}
