import 'server-only'
import { record } from '#lib/audit/record.ts'
import type { Tx } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { campaignId } from '../schema.ts'

/** One change as it is told: from what to what, as text that a person reads. */
export type Told = Readonly<{ setting: string; from: string | null; to: string | null }>

/** The campaign, held until the transaction ends: one change after the other. */
export async function holdCampaign(tx: Tx) {
  await tx.$queryRaw`select from campaign where id = ${campaignId} for update`
  return tx.campaign.findUniqueOrThrow({ where: { id: campaignId } })
}

/** Refuses 'campaign.changed' when the campaign is no longer as the form showed it. */
export function mustBeSeen(campaign: Readonly<{ version: number }>, version: number): void {
  if (campaign.version !== version) throw new Refusal('campaign.changed')
}

/** Settings whose words may name somebody: the record says only that they changed, the list of changes says how. */
const told = ['contact', 'controller']

/** Writes changes down twice: for people with words and reason, and into the record. */
export async function tell(
  tx: Tx,
  changes: readonly Told[],
  { actor, reason, at }: Readonly<{ actor: StaffActor; reason: string; at: Date }>,
): Promise<void> {
  await tx.campaignChange.createMany({
    data: changes.map((change) => ({ id: newId(), campaignId, at, byId: actor.id, reason, ...change })),
  })
  for (const { setting, from, to } of changes) {
    const data = told.includes(setting) ? { setting } : { setting, from, to }
    const action = setting.startsWith('region') ? 'region.changed' : 'campaign.changed'
    await record(tx, { actor, action, subject: { kind: 'campaign', id: campaignId }, at, data })
  }
}
