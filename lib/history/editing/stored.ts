import { z } from 'zod'
import { type Locale, localeOf } from '#lib/i18n/locales.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { placements, precisions, publishing, tiers, verdicts } from '../schema.ts'
import { type ClaimContent, type ClaimFacts, type ClaimWords, claimContentSchema } from './content.ts'

/** All of a claim that the desk reads or changes. */
export const wholeClaim = {
  texts: true,
  dates: true,
  figures: { orderBy: { position: 'asc' } },
  citations: { orderBy: { position: 'asc' }, include: { citation: true } },
} as const satisfies Prisma.HistoryClaimInclude

export type WholeClaim = Prisma.HistoryClaimGetPayload<{ include: typeof wholeClaim }>

const isoDay = (date: Date) => date.toISOString().slice(0, 10)

/** A stored claim as the desk works with it. Throws on words the schema does not know. */
export function contentOf(row: WholeClaim): ClaimContent {
  return {
    words: wordsOf(row),
    facts: factsOf(row),
    sources: row.citations.map(({ citation: { id, title, publisher, url, dateText, tier, publicLink } }) => {
      return { id, title, publisher, url, dateText, tier: z.enum(tiers).parse(tier), publicLink }
    }),
    standing: { takenDownWhy: row.takenDownWhy },
  }
}

/** A state as a revision keeps it. */
export function contentOfRevision(kept: Prisma.JsonValue): ClaimContent {
  return claimContentSchema.parse(kept)
}

function wordsOf(row: WholeClaim): Partial<Record<Locale, ClaimWords>> {
  const spoken: Partial<Record<Locale, ClaimWords>> = {}
  for (const { locale: name, title, record, saysPost, note } of row.texts) {
    const locale = localeOf(name)
    if (locale) spoken[locale] = { title, record, saysPost, note }
  }
  return spoken
}

function factsOf(row: WholeClaim): ClaimFacts {
  const date = (role: string): ClaimFacts['claimed'] => {
    const found = row.dates.find((one) => one.role === role)
    if (!found) return null
    return { start: isoDay(found.startOn), end: found.endOn && isoDay(found.endOn), precision: z.enum(precisions).parse(found.precision) }
  }
  return {
    verdict: z.enum(verdicts).parse(row.verdict),
    publish: z.enum(publishing).parse(row.publish),
    placement: z.enum(placements).parse(row.placement),
    reviewedBy: row.reviewedBy,
    checkedOn: row.checkedOn && isoDay(row.checkedOn),
    claimed: date('claimed'),
    corrected: date('corrected'),
    figures: row.figures.map(({ label, value, unit }) => ({ label, value: value.toString(), unit })),
  }
}
