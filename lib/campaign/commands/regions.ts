import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import type { Because, RegionChoice } from '../desk/form.ts'
import { campaignId } from '../schema.ts'
import { holdCampaign, mustBeSeen, tell } from './change.ts'

/**
 * Decides what people of one country, or of all that are not named, may do; it holds for entries from now on. Deciding that the default
 * stays as it is counts, and is written down. Refuses 'staff.forbidden', 'campaign.changed', 'campaign.same'.
 */
export async function setRegion(actor: StaffActor, { country, mode, reason, version }: RegionChoice & Because): Promise<void> {
  mustBeAllowed(actor, 'campaign.set')
  const at = now()
  await db.$transaction(async (tx) => {
    const campaign = await holdCampaign(tx)
    mustBeSeen(campaign, version)
    const known = country ? await tx.regionPolicy.findUnique({ where: { campaignId_country: { campaignId, country } } }) : null
    const from = country ? (known?.mode ?? 'default') : campaign.defaultRegion
    if (country && from === mode && known?.reason === reason) throw new Refusal('campaign.same')
    if (country && from === 'default' && mode === 'default') throw new Refusal('campaign.same')
    if (!country) await tx.campaign.update({ where: { id: campaignId }, data: { defaultRegion: mode } })
    else if (mode === 'default') await tx.regionPolicy.delete({ where: { campaignId_country: { campaignId, country } } })
    else {
      const policy = { mode, reason, decidedAt: at }
      const where = { campaignId_country: { campaignId, country } }
      await tx.regionPolicy.upsert({ where, create: { campaignId, country, ...policy }, update: policy })
    }
    await tx.campaign.update({ where: { id: campaignId }, data: { version: { increment: 1 } } })
    await tell(tx, [{ setting: country ? `region:${country}` : 'region', from, to: mode }], { actor, reason, at })
  })
}
