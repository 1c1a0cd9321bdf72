import 'server-only'
import { record } from '#lib/audit/record.ts'
import { campaignId } from '#lib/campaign/schema.ts'
import { now } from '#lib/foundation/clock.ts'
import { db, type Tx } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { locales } from '#lib/i18n/locales.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import type { Correction } from '../selection/correction-form.ts'

/**
 * Adds a correction to the results page, with its date; corrections are never changed or taken away. The same words sent twice are one
 * correction. Refuses 'staff.forbidden', 'correction.not-released', and 'correction.sent' for other words under the name of one that was added.
 */
export async function correctResults(actor: StaffActor, { texts, id = newId() }: Correction & Readonly<{ id?: string }>): Promise<void> {
  mustBeAllowed(actor, 'results.release')
  const at = now()
  await db.$transaction(async (tx) => {
    const release = await tx.release.findFirst({ where: { campaignId, number: 1, releasedAt: { not: null } }, select: { id: true } })
    if (!release) throw new Refusal('correction.not-released')
    const data = { id, releaseId: release.id, at, texts, staffId: actor.id }
    const { count } = await tx.resultsCorrection.createMany({ data: [data], skipDuplicates: true })
    if (count === 0) return refuseOthers(tx, id, texts)
    await record(tx, { actor, action: 'results.corrected', subject: { kind: 'release', id: release.id }, at, data: { correction: id } })
  })
}

/** Somebody went back to a form that was sent and wrote something else: saying that this was added would be untrue. */
async function refuseOthers(tx: Tx, id: string, texts: Correction['texts']): Promise<void> {
  const { texts: added } = await tx.resultsCorrection.findUniqueOrThrow({ where: { id } })
  const kept = added as Correction['texts']
  if (locales.some((locale) => kept[locale] !== texts[locale])) throw new Refusal('correction.sent')
}
