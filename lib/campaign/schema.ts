import { z } from 'zod'
import type { Locale } from '#lib/i18n/locales.ts'
import { ruleSections } from './sections.ts'

/** What a country may do: enter, enter without a prize, or not enter. */
export const regionModes = ['open', 'story-only', 'closed'] as const
export type RegionMode = (typeof regionModes)[number]

/** The sections of one rules text as stored. */
export const rulesSections = z.array(z.object({ id: z.enum(ruleSections), heading: z.string(), paragraphs: z.array(z.string()) }))
export type RulesSection = z.infer<typeof rulesSections>[number]

/** The one contest this site runs. */
export const campaignId = 'humans-of-binance'

/** What anybody may know of the contest. Amounts in hundredths; null dates are not announced yet. */
export type CampaignView = Readonly<{
  id: string
  name: string
  hashtag: string
  opensAt: Date
  closesAt: Date | null
  resultsAt: Date | null
  timeZone: string
  poolUnits: bigint
  poolCurrency: string
  defaultRegion: RegionMode
}>

/** One version of the rules in one language. `hash` names the English text, which prevails. */
export type RulesView = Readonly<{ number: number; publishedAt: Date; hash: string; locale: Locale; sections: readonly RulesSection[] }>
