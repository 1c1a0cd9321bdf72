import { rulesHash } from '#lib/campaign/rules-hash.ts'
import { campaignId, type RulesSection } from '#lib/campaign/schema.ts'
import type { Database, Tx } from '#lib/foundation/db.ts'
import type { Seeded } from './languages.ts'
import { arabic } from './rules/ar.ts'
import { english } from './rules/en.ts'
import { spanish } from './rules/es.ts'

export { rulesHash }

const opensAt = new Date('2025-09-03T00:00:00Z')

/** What is known of the contest. Dates that are not announced stay empty. */
export const seededCampaign = {
  id: campaignId,
  name: 'Humans of Binance',
  hashtag: '#HumansOfBinance',
  opensAt,
  closesAt: null,
  resultsAt: null,
  timeZone: 'UTC',
  poolUnits: 800_000n,
  poolCurrency: 'USDC',
  defaultRegion: 'open',
} as const

/** Version 1 of the rules by language; the English text is the original. */
export const seededRules: Readonly<Record<Seeded, readonly RulesSection[]>> = { en: english, es: spanish, ar: arabic }

/** Adds the campaign and its first rules where they are missing. What staff changed since stays. */
export async function seedCampaign(db: Database | Tx): Promise<void> {
  await db.campaign.createMany({ data: [seededCampaign], skipDuplicates: true })
  const version = { campaignId, number: 1 }
  await db.rulesVersion.createMany({ data: [{ ...version, publishedAt: opensAt, hash: rulesHash(english) }], skipDuplicates: true })
  const texts = Object.entries(seededRules).map(([locale, sections]) => ({ ...version, locale, sections: structuredClone([...sections]) }))
  await db.rulesText.createMany({ data: texts, skipDuplicates: true })
}
