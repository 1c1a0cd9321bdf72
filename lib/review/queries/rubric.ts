import 'server-only'
import type { Database, Tx } from '#lib/foundation/db.ts'
import { defaultLocale, type Locale } from '#lib/i18n/locales.ts'
import { type Anchors, type Criterion, type CriterionKey, criterionKeys, type RubricView } from '../schema.ts'

type Stored = Readonly<{ number: number; criteria: unknown }>

/** The rubric that new reviews stand on. Throws when there is none: the seed adds one. */
export function newestRubric(db: Database | Tx): Promise<Stored> {
  return db.rubric.findFirstOrThrow({ orderBy: { number: 'desc' } })
}

/** The stored criteria in the order of the form. Throws for one this release does not know. */
export function criteriaOf({ criteria }: Stored): readonly Criterion[] {
  return (criteria as { key: string; weight: number }[]).map(({ key, weight }) => {
    const known = criterionKeys.find((one) => one === key)
    if (!known) throw new Error(`unknown criterion ${key}`)
    return { key: known, weight }
  })
}

/** One version of the rubric in words, the newest when `number` is null; in the default language where it has no other. */
export async function rubricInWords(db: Database | Tx, locale: Locale, number: number | null): Promise<RubricView> {
  const rubric = await db.rubric.findFirstOrThrow({
    where: number === null ? {} : { number },
    orderBy: { number: 'desc' },
    include: { texts: { where: { locale: { in: [locale, defaultLocale] } } } },
  })
  const text = rubric.texts.find((one) => one.locale === locale) ?? rubric.texts[0]
  const anchors = text?.anchors as unknown as Record<CriterionKey, Anchors>
  return { number: rubric.number, criteria: criteriaOf(rubric).map((criterion) => ({ ...criterion, anchors: anchors[criterion.key] })) }
}
