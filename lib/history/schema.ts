import { z } from 'zod'

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const precisions = ['day', 'month', 'quarter', 'year', 'range'] as const
export const verdicts = ['corroborated', 'contradicted', 'unverified', 'opinion'] as const
export const publishing = ['yes', 'with_note', 'hold', 'no'] as const
export const placements = [
  'timeline',
  'timeline_copy',
  'fact_table',
  'profile_cz',
  'profile_he_yi',
  'principles',
  'sources_note',
  'hold',
  'omit',
] as const
export const tiers = ['primary', 'major-press', 'trade-press', 'reference', 'secondary', 'community'] as const
export const sensitivities = ['none', 'low', 'medium', 'high'] as const

export const eraIds = [
  'trading-floors',
  'cards-and-a-job-offer',
  'one-summer',
  'out-of-shanghai',
  'building-through-winter',
  'a-chain-of-its-own',
  'the-autumn-test',
  'reckoning',
] as const

export type Precision = (typeof precisions)[number]
export type Verdict = (typeof verdicts)[number]
export type Publishing = (typeof publishing)[number]
export type Placement = (typeof placements)[number]
export type EraId = (typeof eraIds)[number]

/** A date as precisely as it is known: ISO days, `end` only where the source gives a stretch of time. */
export const historyDateSchema = z.strictObject({ start: isoDay, end: isoDay.nullable(), precision: z.enum(precisions) })
export type HistoryDate = z.infer<typeof historyDateSchema>

export const citationSchema = z.strictObject({
  key: z.string().min(1),
  title: z.string().min(1),
  publisher: z.string().min(1),
  url: z.url({ protocol: /^https?$/ }),
  date: z.string().nullable(),
  tier: z.enum(tiers),
  public_link: z.boolean(),
  note: z.string().nullable(),
})
export type CitationRecord = z.infer<typeof citationSchema>

const figureSchema = z.strictObject({ label: z.string().min(1), value: z.number(), unit: z.string().min(1) })

const claimShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  post_section: z.string(),
  seed_line: z.int(),
  proposed_era: z.enum(eraIds),
  suggested_title: z.string().nullable(),
  kind: z.enum(['award', 'biography', 'characterisation', 'event', 'figure', 'framing', 'quote']),
  people: z.array(z.string()),
  tags: z.array(z.string()),
  retelling: z.string().min(1),
  date_claimed: historyDateSchema.nullable(),
  date_corrected: historyDateSchema.nullable(),
  figures: z.array(figureSchema),
  verdict: z.enum(verdicts),
  verdict_detail: z.string().nullable(),
  confidence: z.enum(['high', 'medium', 'low']),
  note: z.string().min(1),
  evidence: z.string(),
  citations: z.array(citationSchema),
  caveat: z.string().nullable(),
  same_as: z.string().nullable(),
  placement: z.enum(placements),
  timeline_worthy: z.boolean(),
  publish: z.enum(publishing),
  publish_reason: z.string().nullable(),
  sensitivity: z.enum(sensitivities),
})

/** One claim of the community post. Refuses a verdict that leans on the record without naming any of it, and an unverified claim on the timeline. */
export const claimSchema = claimShape
  .refine((claim) => !leansOnTheRecord(claim.verdict) || claim.citations.length > 0, 'This verdict needs a citation')
  .refine((claim) => claim.placement !== 'timeline' || claim.verdict !== 'unverified', 'The timeline holds nothing unverified')
export type ClaimRecord = z.infer<typeof claimSchema>

/** One event the post leaves out. */
export const contextSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  origin: z.string(),
  people: z.array(z.string()),
  date: historyDateSchema.nullable(),
  proposed_era: z.enum(eraIds),
  text: z.string().min(1),
  verdict: z.enum(['corroborated', 'seed 000']),
  citations: z.array(citationSchema),
  sensitivity: z.enum(sensitivities),
  use: z.string(),
})
export type ContextRecord = z.infer<typeof contextSchema>

/** Our words about one entry: the verified fact, the record, the post's version (null when the post is silent) and why they differ (null when they do not). */
export const entryTextSchema = z.strictObject({
  title: z.string().min(1).max(80),
  record: z.string().min(1).max(600),
  saysPost: z.string().min(1).nullable(),
  note: z.string().min(1).nullable(),
})
export type EntryText = z.infer<typeof entryTextSchema>

export const eraTextSchema = z.strictObject({ name: z.string().min(1), intro: z.string().min(1) })
export type EraText = z.infer<typeof eraTextSchema>

function leansOnTheRecord(verdict: Verdict): boolean {
  return verdict === 'corroborated' || verdict === 'contradicted'
}
