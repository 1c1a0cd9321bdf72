import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import type { Because, Settings } from '../desk/form.ts'
import { campaignId } from '../schema.ts'
import { holdCampaign, mustBeSeen, type Told, tell } from './change.ts'

/**
 * Saves settings, and who changed what from what to what, and why. Refuses 'staff.forbidden', 'campaign.changed', 'campaign.same' when
 * nothing differs, and contradictions: 'opensPassed', 'opensAfterClosing', 'resultsBeforeClosing', 'resultsWithoutClosing' (field).
 */
export async function setSettings(actor: StaffActor, { reason, version, ...next }: Settings & Because): Promise<void> {
  mustBeAllowed(actor, 'campaign.set')
  const at = now()
  await db.$transaction(async (tx) => {
    const before = await holdCampaign(tx)
    mustBeSeen(before, version)
    const changes = (Object.keys(next) as (keyof Settings)[]).flatMap((setting): Told[] => {
      const [from, to] = [textOf(before[setting]), textOf(next[setting])]
      return from === to ? [] : [{ setting, from, to }]
    })
    if (changes.length === 0) throw new Refusal('campaign.same')
    refuseContradictions(before, next, at)
    await tx.campaign.update({ where: { id: campaignId }, data: { ...next, version: { increment: 1 } } })
    await tell(tx, changes, { actor, reason, at })
  })
}

type Dates = Readonly<{ opensAt: Date; closesAt: Date | null }>

/** Entries that were sent, and people who plan, rely on these dates. */
function refuseContradictions({ opensAt, closesAt }: Dates, next: Settings, at: Date): void {
  const moves = next.opensAt.getTime() !== opensAt.getTime()
  if (moves && at >= opensAt) throw new Refusal('opensPassed', 'opensAt')
  if (closesAt && next.opensAt >= closesAt) throw new Refusal('opensAfterClosing', 'opensAt')
  if (!next.resultsAt) return
  if (!closesAt) throw new Refusal('resultsWithoutClosing', 'resultsAt')
  if (next.resultsAt <= closesAt) throw new Refusal('resultsBeforeClosing', 'resultsAt')
}

/** A setting as it is told. */
export function textOf(value: Date | string | number | null): string | null {
  if (value === null) return null
  return value instanceof Date ? value.toISOString() : String(value)
}
