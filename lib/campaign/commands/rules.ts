import 'server-only'
import { record } from '#lib/audit/record.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { newId } from '#lib/foundation/ids.ts'
import { Refusal } from '#lib/foundation/refusal.ts'
import { defaultLocale, type Locale } from '#lib/i18n/locales.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { rulesHash } from '../rules-hash.ts'
import { campaignId, type RulesSection, rulesSections } from '../schema.ts'
import { holdCampaign } from './change.ts'

type Draft = Readonly<{ locale: Locale; sections: readonly RulesSection[]; version: number }>

/**
 * Keeps the next rules in one language while they are written. `version` is that of the draft the form showed, 0 for none.
 * Refuses 'staff.forbidden', and 'campaign.changed' when somebody else saved meanwhile.
 */
export async function saveRulesDraft(actor: StaffActor, { locale, sections, version }: Draft): Promise<void> {
  mustBeAllowed(actor, 'campaign.set')
  const data = { sections: structuredClone([...sections]), updatedAt: now(), updatedById: actor.id }
  await db.$transaction(async (tx) => {
    const { count } =
      version === 0
        ? await tx.rulesDraft.createMany({ data: [{ campaignId, locale, ...data }], skipDuplicates: true })
        : await tx.rulesDraft.updateMany({ where: { campaignId, locale, version }, data: { ...data, version: { increment: 1 } } })
    if (count === 0) throw new Refusal('campaign.changed')
  })
}

/**
 * Makes what is written the rules in force, for ever readable under its number, which is returned. Who accepted an earlier version stays
 * with that. `seen` is what rulesDraftMark() said of the drafts that were looked at. Refuses 'staff.forbidden', 'campaign.changed' when
 * they are others by now, 'rules.nothing-new' without a changed English text.
 */
export async function publishRules(actor: StaffActor, { seen, reason }: Readonly<{ seen: string; reason: string }>): Promise<number> {
  mustBeAllowed(actor, 'campaign.set')
  const at = now()
  return db.$transaction(async (tx) => {
    await holdCampaign(tx)
    const drafts = await tx.rulesDraft.findMany({ where: { campaignId }, orderBy: { locale: 'asc' } })
    if (rulesDraftMark(drafts) !== seen) throw new Refusal('campaign.changed')
    const english = drafts.find(({ locale }) => locale === defaultLocale)
    const latest = await tx.rulesVersion.findFirstOrThrow({ where: { campaignId }, orderBy: { number: 'desc' } })
    const hash = english && rulesHash(rulesSections.parse(english.sections))
    if (!hash || hash === latest.hash) throw new Refusal('rules.nothing-new')
    const number = latest.number + 1
    await tx.rulesVersion.create({ data: { campaignId, number, publishedAt: at, hash } })
    const texts = drafts.map(({ locale, sections }) => ({ campaignId, number, locale, sections: rulesSections.parse(sections) }))
    await tx.rulesText.createMany({ data: texts })
    await tx.rulesDraft.deleteMany({ where: { campaignId } })
    const [from, to] = [String(latest.number), String(number)]
    await tx.campaignChange.create({ data: { id: newId(), campaignId, at, byId: actor.id, setting: 'rules', from, to, reason } })
    const data = { number, hash }
    await record(tx, { actor, action: 'rules.published', subject: { kind: 'campaign', id: campaignId }, at, data })
    return number
  })
}

/** One word for the state of all drafts: another once any of them is saved. */
export function rulesDraftMark(drafts: readonly Readonly<{ locale: string; version: number }>[]): string {
  return drafts.map(({ locale, version }) => `${locale}${version}`).join('-')
}
