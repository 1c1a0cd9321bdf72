import 'server-only'
import { db } from '#lib/foundation/db.ts'
import { type Locale, localeOf } from '#lib/i18n/locales.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import { rulesDraftMark } from '../commands/rules.ts'
import { campaignId, type RegionMode, type RulesSection, regionModes, rulesSections } from '../schema.ts'
import type { Stoppable } from '../stoppables.ts'
import { stopped } from '../stops.ts'
import type { Settings } from './form.ts'

type By = Readonly<{ id: string; name: string }>
export type Proposal = Readonly<{ id: string; from: Date | null; to: Date | null; reason: string; at: Date; by: By }>
export type ChangeLine = Readonly<{
  id: string
  at: Date
  by: string
  setting: string
  from: string | null
  to: string | null
  reason: string
}>
export type RegionLine = Readonly<{ country: string; mode: RegionMode; reason: string | null; decidedAt: Date }>

/** Everything staff see of the contest. Times are UTC. */
export type CampaignDesk = Readonly<{
  settings: Settings & Readonly<{ closesAt: Date | null; defaultRegion: RegionMode; version: number }>
  rulesNumber: number
  regions: readonly RegionLine[]
  proposal: Proposal | null
  stopped: readonly Stoppable[]
  changes: readonly ChangeLine[]
  /** What the launch needs that no setting says. */
  facts: Readonly<{ regionsDecided: boolean; admins: number; adminsWithFactor: number; independents: number }>
}>

const person = { select: { id: true, name: true, email: true } } as const

/** The contest as it is set now, with what waits and what changed; the latest 100 changes. */
export async function campaignDesk(actor: StaffActor): Promise<CampaignDesk> {
  mustBeAllowed(actor, 'campaign.see')
  const [campaign, rules, regions, proposal, stops, changes, facts] = await Promise.all([
    db.campaign.findUniqueOrThrow({ where: { id: campaignId } }),
    db.rulesVersion.findFirst({ where: { campaignId }, orderBy: { number: 'desc' }, select: { number: true } }),
    db.regionPolicy.findMany({ where: { campaignId }, orderBy: { country: 'asc' } }),
    db.closingProposal.findFirst({ where: { campaignId, decidedAt: null }, include: { proposedBy: person } }),
    stopped(),
    db.campaignChange.findMany({ where: { campaignId }, include: { by: person }, orderBy: { id: 'desc' }, take: 100 }),
    launchFacts(),
  ])
  const { defaultRegion, ...settings } = campaign
  return {
    settings: { ...settings, defaultRegion: modeOf(defaultRegion) },
    rulesNumber: rules?.number ?? 0,
    regions: regions.map(({ mode, ...region }) => ({ ...region, mode: modeOf(mode) })),
    proposal: proposal && { ...proposal, at: proposal.proposedAt, by: { id: proposal.proposedById, name: nameOf(proposal.proposedBy) } },
    stopped: stops,
    changes: changes.map(({ by, ...change }) => ({ ...change, by: nameOf(by) })),
    facts,
  }
}

export type RulesDesk = Readonly<{
  texts: Readonly<Record<string, Readonly<{ sections: readonly RulesSection[]; draftVersion: number }>>>
  /** The languages in which the next rules are written already. */
  drafted: readonly Locale[]
  mark: string
}>

/** The next rules as far as they are written; languages without a draft show what is in force. */
export async function rulesDesk(actor: StaffActor): Promise<RulesDesk> {
  mustBeAllowed(actor, 'campaign.see')
  const [drafts, latest] = await Promise.all([
    db.rulesDraft.findMany({ where: { campaignId }, orderBy: { locale: 'asc' } }),
    db.rulesVersion.findFirstOrThrow({ where: { campaignId }, orderBy: { number: 'desc' }, include: { texts: true } }),
  ])
  const inForce = latest.texts.map(
    ({ locale, sections }) => [locale, { sections: rulesSections.parse(sections), draftVersion: 0 }] as const,
  )
  const written = drafts.map(
    ({ locale, sections, version }) => [locale, { sections: rulesSections.parse(sections), draftVersion: version }] as const,
  )
  return {
    texts: Object.fromEntries([...inForce, ...written]),
    drafted: drafts.flatMap(({ locale }) => localeOf(locale) ?? []),
    mark: rulesDraftMark(drafts),
  }
}

type Facts = { decided: boolean; admins: number; factors: number; independents: number }

async function launchFacts(): Promise<CampaignDesk['facts']> {
  const [row] = await db.$queryRaw<Facts[]>`
    select exists (select from campaign_change where campaign_id = ${campaignId} and setting like 'region%') as decided,
      count(*) filter (where u.role = 'admin')::int as admins,
      count(*) filter (where u.role = 'admin' and f.confirmed_at is not null)::int as factors,
      count(*) filter (where u.role = 'reviewer' and u.independent)::int as independents
    from staff_user u left join second_factor f on f.user_id = u.id
    where u.removed_at is null`
  const { decided, admins, factors, independents } = row ?? { decided: false, admins: 0, factors: 0, independents: 0 }
  return { regionsDecided: decided, admins, adminsWithFactor: factors, independents }
}

function nameOf({ name, email }: Readonly<{ name: string | null; email: string }>): string {
  return name ?? email
}

function modeOf(stored: string): RegionMode {
  const found = regionModes.find((mode) => mode === stored)
  if (!found) throw new Error(`unknown region mode ${stored}`)
  return found
}
