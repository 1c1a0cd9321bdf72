import 'server-only'
import { db } from '#lib/foundation/db.ts'
import { defaultLocale, type Locale, localeOf } from '#lib/i18n/locales.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { type CampaignView, campaignId, type RegionMode, type RulesView, regionModes, rulesSections } from './schema.ts'

const told = {
  ...{ id: true, name: true, hashtag: true, opensAt: true, closesAt: true, resultsAt: true, timeZone: true },
  ...{ poolUnits: true, poolCurrency: true, defaultRegion: true },
} as const

/** The contest as it stands now. Throws when the database holds none: the seed has not run. */
export async function currentCampaign(): Promise<CampaignView> {
  const { defaultRegion, ...campaign } = await db.campaign.findUniqueOrThrow({ where: { id: campaignId }, select: told })
  return { ...campaign, defaultRegion: modeOf(defaultRegion) }
}

/** What people of this country may do: its own policy, else the default of the contest. */
export async function regionMode(country: string): Promise<RegionMode> {
  return (await entryTerms(country)).mode
}

/** What holds for an entry from this country at this moment. Rules are the latest version. */
export type EntryTerms = Readonly<{
  opensAt: Date
  closesAt: Date | null
  resultsAt: Date | null
  mode: RegionMode
  /** True while no entries are taken because something has gone wrong. */
  stopped: boolean
  rules: Readonly<{ number: number; hash: string }>
}>

/** What termsColumns give. */
export type TermsRow = {
  opens_at: Date
  closes_at: Date | null
  results_at: Date | null
  mode: string
  stopped: boolean
  number: number
  hash: string
}

/** Dates, the country's policy and the rules in one read, so that they belong together. */
export async function entryTerms(country: string): Promise<EntryTerms> {
  const [row] = await db.$queryRaw<TermsRow[]>`
    /* prepared */
    select ${termsColumns}
    from campaign c ${latestRules}
      left join region_policy p on p.campaign_id = c.id and p.country = ${country}
    where c.id = ${campaignId}`
  return termsOf(row)
}

/** The terms as parts of a query that reads a campaign c with its latestRules and the region_policy p of a country. */
export const termsColumns = Prisma.sql`c.opens_at, c.closes_at, c.results_at, coalesce(p.mode, c.default_region) as mode, r.number, r.hash,
      exists (select from campaign_stop stop where stop.campaign_id = c.id and stop.what = 'entries') as stopped`
export const latestRules = Prisma.sql`join lateral (
        select number, hash from rules_version where campaign_id = c.id order by number desc limit 1) r on true`

/** The terms such a query gave. Throws when it found no campaign with rules. */
export function termsOf(row: TermsRow | undefined): EntryTerms {
  if (!row) throw new Error('the campaign has no rules yet: the seed has not run')
  const { opens_at: opensAt, closes_at: closesAt, results_at: resultsAt, stopped, number, hash } = row
  return { opensAt, closesAt, resultsAt, stopped, mode: modeOf(row.mode), rules: { number, hash } }
}

/** The latest rules in this language; in English, which `locale` then says, where there is no translation. */
export async function currentRules(locale: Locale): Promise<RulesView> {
  const latest = await rulesWhere({ campaignId }, locale)
  if (!latest) throw new Error('the campaign has no rules yet: the seed has not run')
  return latest
}

/** One version of the rules as currentRules() gives it, or null when there is no such version. */
export async function rulesVersion(number: number, locale: Locale): Promise<RulesView | null> {
  return rulesWhere({ campaignId, number }, locale)
}

/** Every version of the rules, the latest first. */
export async function rulesVersions(): Promise<readonly Pick<RulesView, 'number' | 'publishedAt'>[]> {
  return db.rulesVersion.findMany({ where: { campaignId }, orderBy: { number: 'desc' }, select: { number: true, publishedAt: true } })
}

async function rulesWhere(where: Readonly<{ campaignId: string; number?: number }>, locale: Locale): Promise<RulesView | null> {
  const version = await db.rulesVersion.findFirst({
    where,
    orderBy: { number: 'desc' },
    include: { texts: { where: { locale: { in: [locale, defaultLocale] } } } },
  })
  if (!version) return null
  const { number, publishedAt, hash, texts } = version
  const text = texts.find((found) => found.locale === locale) ?? texts[0]
  if (!text) throw new Error(`version ${number} of the rules has no text`)
  return { number, publishedAt, hash, locale: localeOf(text.locale) ?? defaultLocale, sections: rulesSections.parse(text.sections) }
}

function modeOf(stored: string): RegionMode {
  const found = regionModes.find((mode) => mode === stored)
  if (!found) throw new Error(`unknown region mode ${stored}`)
  return found
}
