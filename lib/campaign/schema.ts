import { z } from 'zod'
import { ruleSections } from './sections.ts'

/** What a country may do: enter, enter without a prize, or not enter. */
export const regionModes = ['open', 'story-only', 'closed'] as const
export type RegionMode = (typeof regionModes)[number]

/** The sections of one rules text as stored. */
export const rulesSections = z.array(z.object({ id: z.enum(ruleSections), heading: z.string(), paragraphs: z.array(z.string()) }))
export type RulesSection = z.infer<typeof rulesSections>[number]
