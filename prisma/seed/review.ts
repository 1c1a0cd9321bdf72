import type { Database, Tx } from '#lib/foundation/db.ts'
import type { Anchors, Criterion, CriterionKey } from '#lib/review/schema.ts'
import type { Seeded } from './languages.ts'
import { arabicRubric } from './review/ar.ts'
import { englishRubric } from './review/en.ts'
import { spanishRubric } from './review/es.ts'

/** Version 1 of what reviewers judge by. */
export const firstRubric = {
  number: 1,
  publishedAt: new Date('2025-09-03T00:00:00Z'),
  criteria: [
    { key: 'truth', weight: 30 },
    { key: 'change', weight: 25 },
    { key: 'theme', weight: 15 },
    { key: 'use', weight: 15 },
    { key: 'film', weight: 15 },
  ],
} as const satisfies Readonly<{ number: number; publishedAt: Date; criteria: readonly Criterion[] }>

/** Its words by language; the English text is the original. */
export const rubricWords: Readonly<Record<Seeded, Readonly<Record<CriterionKey, Anchors>>>> = {
  en: englishRubric,
  es: spanishRubric,
  ar: arabicRubric,
}

/** Adds the first rubric where it is missing. A version that reviews stand on is never changed. */
export async function seedReview(db: Database | Tx): Promise<void> {
  const { number, publishedAt, criteria } = firstRubric
  await db.rubric.createMany({ data: [{ number, publishedAt, criteria: structuredClone([...criteria]) }], skipDuplicates: true })
  const texts = Object.entries(rubricWords).map(([locale, anchors]) => ({ number, locale, anchors: structuredClone(anchors) }))
  await db.rubricText.createMany({ data: texts, skipDuplicates: true })
}
