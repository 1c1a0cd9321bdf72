import { z } from 'zod'
import { type Locale, locales } from '#lib/i18n/locales.ts'
import { historyDateSchema, placements, publishing, tiers, verdicts } from '../schema.ts'

const words = z.object({
  title: z.string().nullable(),
  record: z.string().nullable(),
  saysPost: z.string().nullable(),
  note: z.string().nullable(),
})
const figure = z.object({ label: z.string(), value: z.string(), unit: z.string() })
const source = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  url: z.string().nullable(),
  dateText: z.string().nullable(),
  tier: z.enum(tiers),
  publicLink: z.boolean(),
})
const facts = z.object({
  verdict: z.enum(verdicts),
  publish: z.enum(publishing),
  placement: z.enum(placements),
  reviewedBy: z.string().nullable(),
  checkedOn: z.string().nullable(),
  claimed: historyDateSchema.nullable(),
  corrected: historyDateSchema.nullable(),
  figures: z.array(figure),
})
const standing = z.object({ takenDownWhy: z.string().nullable() })

/** All of a claim that the desk can change, as it is kept before and after each change. */
export const claimContentSchema = z.object({ words: z.partialRecord(z.enum(locales), words), facts, sources: z.array(source), standing })

export type ClaimWords = Readonly<z.infer<typeof words>>
export type ClaimFigure = Readonly<z.infer<typeof figure>>
export type ClaimSource = Readonly<z.infer<typeof source>>
export type ClaimFacts = Readonly<z.infer<typeof facts>>
export type Standing = Readonly<z.infer<typeof standing>>
export type ClaimContent = Readonly<{
  words: Readonly<Partial<Record<Locale, ClaimWords>>>
  facts: ClaimFacts
  sources: readonly ClaimSource[]
  standing: Standing
}>

/** What one form changes. Two people at two parts, or at two languages, are in nobody's way. */
export type Part =
  | Readonly<{ part: 'words'; locale: Locale; value: ClaimWords }>
  | Readonly<{ part: 'facts'; value: ClaimFacts }>
  | Readonly<{ part: 'sources'; value: readonly ClaimSource[] }>
  | Readonly<{ part: 'standing'; value: Standing }>

/** What readers are told was corrected, by language; English where there is any. */
export type ToldReaders = Readonly<Partial<Record<Locale, string>>>

export const partNames = ['words', 'facts', 'sources', 'standing'] as const
export type PartName = (typeof partNames)[number]

export const noWords: ClaimWords = { title: null, record: null, saysPost: null, note: null }

/** The claim with one part of it replaced. */
export function withPart(content: ClaimContent, part: Part): ClaimContent {
  if (part.part === 'words') return { ...content, words: { ...content.words, [part.locale]: part.value } }
  return { ...content, [part.part]: part.value }
}

const nothing: ClaimContent = {
  words: {},
  facts: {
    ...{ verdict: 'unverified', publish: 'hold', placement: 'hold', reviewedBy: null, checkedOn: null, claimed: null, corrected: null },
    figures: [],
  },
  sources: [],
  standing: { takenDownWhy: null },
}

/** What a form holds, as plain lines. */
export function plainOf(part: Part): string {
  return plainPart(withPart(nothing, part), part)
}

/** Whether two states of a claim say the same in the part that a form changes. */
export function samePart(a: ClaimContent, b: ClaimContent, part: Part): boolean {
  return plainPart(a, part) === plainPart(b, part)
}

/** One part as plain lines, to lay two states over each other. */
export function plainPart(
  content: ClaimContent,
  part: Readonly<{ part: 'words'; locale: Locale }> | Readonly<{ part: Exclude<PartName, 'words'> }>,
): string {
  if (part.part === 'words') return lines({ ...noWords, ...content.words[part.locale] })
  if (part.part === 'sources') return content.sources.map(plainSource).join('\n')
  if (part.part === 'standing') return lines(content.standing)
  const { figures, claimed, corrected, ...rest } = content.facts
  const dates = { claimed: plainDate(claimed), corrected: plainDate(corrected) }
  return [lines({ ...rest, ...dates }), ...figures.map(({ label, value, unit }) => `${label}: ${value} ${unit}`)].join('\n')
}

/** Every part of a claim as plain lines. */
export function plainContent(content: ClaimContent): string {
  const spoken = locales
    .filter((locale) => content.words[locale])
    .map((locale) => `${locale}\n${plainPart(content, { part: 'words', locale })}`)
  const rest = (['facts', 'sources', 'standing'] as const).map((part) => plainPart(content, { part }))
  return [...spoken, ...rest].filter(Boolean).join('\n\n')
}

function lines(values: Readonly<Record<string, string | null>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}: ${value ?? ''}`)
    .join('\n')
}

function plainDate(date: ClaimFacts['claimed']): string | null {
  return date && [date.precision, date.start, date.end].filter(Boolean).join(' ')
}

function plainSource({ title, publisher, url, dateText, tier, publicLink }: ClaimSource): string {
  return [title, publisher, dateText, url, tier, publicLink ? 'public' : 'staff'].filter(Boolean).join(' | ')
}
