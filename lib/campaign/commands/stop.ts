import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { campaignId } from '../schema.ts'
import type { Stoppable } from '../stoppables.ts'
import { holdCampaign } from './change.ts'

/** Stops something at once, or lets it go on. Refuses 'staff.forbidden', and 'campaign.same' when it stands so already. */
export async function setStop(
  actor: StaffActor,
  { what, stop, reason }: Readonly<{ what: Stoppable; stop: boolean; reason: string }>,
): Promise<void> {
  mustBeAllowed(actor, 'campaign.set')
  const at = now()
  await db.$transaction(async (tx) => {
    await holdCampaign(tx)
    const { count } = stop
      ? await tx.campaignStop.createMany({ data: [{ campaignId, what, since: at, byId: actor.id, reason }], skipDuplicates: true })
      : await tx.campaignStop.deleteMany({ where: { campaignId, what } })
    if (count === 0) throw new Refusal('campaign.same')
    const [from, to] = stop ? ['runs', 'stopped'] : ['stopped', 'runs']
    await tx.campaignChange.create({ data: { id: newId(), campaignId, at, byId: actor.id, setting: `stop:${what}`, from, to, reason } })
    const action = stop ? 'campaign.stopped' : 'campaign.resumed'
    await record(tx, { actor, action, subject: { kind: 'campaign', id: campaignId }, at, data: { what } })
  })
}
