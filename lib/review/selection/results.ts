import 'server-only'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import { tags } from '#lib/i18n/format.ts'
import { defaultLocale, type Locale } from '#lib/i18n/locales.ts'
import { rubricInWords } from '../queries/rubric.ts'
import type { RubricView } from '../schema.ts'
import { type ResultCounts, resultCounts } from './counts.ts'
import { lotSeed } from './lab.ts'

/** Groups of fewer than this are not counted out: a number could lead to somebody. */
export const fewest = 5

/** `count` null: fewer than five. */
export type PublicTotal = Readonly<{ key: string; count: number | null }>

export type PublicResults = Readonly<{
  releasedAt: Date
  counts: Omit<ResultCounts, 'themes' | 'languages'>
  themes: readonly PublicTotal[]
  /** Named from five on; the rest together, where there is one: five at least, null when all together are fewer. */
  languages: Readonly<{ named: readonly PublicTotal[]; others: number | null | 'none' }>
  /** Who agreed to be named, by the name they chose, in alphabetical order, and how many others are selected. As it stands now. */
  winners: Readonly<{ names: readonly string[]; withheld: number }>
  movedUp: number
  /** Who was selected, at the release or from the reserve list, and takes part no longer, for whatever reason. */
  leftSince: number
  /** Entries answered after the results, because they could not be with them. */
  answeredLater: number
  rubric: RubricView
  seed: string
  /** Oldest first; `locale` is the language its words are in. */
  corrections: readonly Readonly<{ id: string; at: Date; words: string; locale: Locale }>[]
}>

/** What everybody may know once results are released; null before. */
export async function publicResults(locale: Locale): Promise<PublicResults | null> {
  const release = await db.release.findFirst({
    where: { campaignId, number: 1, cancelledAt: null, releasedAt: { not: null } },
    include: { corrections: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
  })
  if (!release?.releasedAt) return null
  const { themes, languages, ...counts } = resultCounts.parse(release.counts)
  const [winners, moves, rubric, seed] = await Promise.all([
    namesOf(locale),
    movesSince(release.id),
    rubricInWords(db, locale, null),
    lotSeed(),
  ])
  return {
    ...{ releasedAt: release.releasedAt, counts, winners, rubric, seed, ...moves },
    themes: Object.entries(themes).map(([key, count]) => ({ key, count: count < fewest ? null : count })),
    languages: languageTotals(languages),
    corrections: release.corrections.map(({ id, at, texts }) => ({ id, at, ...correctionIn(texts as Record<string, string>, locale) })),
  }
}

/**
 * Languages with few stories are not named but put together. Should that come to fewer than five, the smallest named ones join them: what is
 * left of the whole, less those named, would tell how few they are.
 */
export function languageTotals(languages: Readonly<Record<string, number>>): PublicResults['languages'] {
  const all = Object.entries(languages).sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
  const named = all.filter(([, count]) => count >= fewest).map(([key, count]) => ({ key, count }))
  let others = all.slice(named.length).reduce((sum, [, count]) => sum + count, 0)
  while (others > 0 && others < fewest) {
    const smallest = named.pop()
    if (!smallest) return { named, others: null }
    others += smallest.count
  }
  return { named, others: others === 0 ? 'none' : others }
}

async function namesOf(locale: Locale): Promise<PublicResults['winners']> {
  const rows = await db.$queryRaw<{ name: string | null }[]>`
    select case when not s.anonymous and (
      select c.answer from consent_event c where c.submission_id = s.id and c.purpose = 'publish-name' order by c.at desc, c.id desc limit 1
    ) = 'yes' then s.display_name end as name
    from submission s where s.campaign_id = ${campaignId} and s.status = 'selected'`
  const names = rows.flatMap(({ name }) => (name ? [name] : []))
  return { names: names.sort(new Intl.Collator(tags[locale], { numeric: true }).compare), withheld: rows.length - names.length }
}

async function movesSince(releaseId: string): Promise<Pick<PublicResults, 'movedUp' | 'leftSince' | 'answeredLater'>> {
  const [row] = await db.$queryRaw<{ moved: number; gone: number; later: number }[]>`
    with said as materialized (
      select d.outcome, d.release_id, s.status, d.outcome = 'reserve' and exists (
        select from status_change c where c.submission_id = s.id and c."from" = 'reserve' and c."to" = 'selected') as moved
      from decision d join submission s on s.id = d.submission_id where s.campaign_id = ${campaignId} and d.release_id is not null
    )
    select (count(*) filter (where moved))::int as moved,
      (count(*) filter (where (outcome = 'selected' or moved) and status <> 'selected'))::int as gone,
      (count(*) filter (where release_id <> ${releaseId}::uuid))::int as later
    from said`
  return { movedUp: row?.moved ?? 0, leftSince: row?.gone ?? 0, answeredLater: row?.later ?? 0 }
}

function correctionIn(texts: Readonly<Record<string, string>>, locale: Locale): { words: string; locale: Locale } {
  const found = texts[locale] ? locale : defaultLocale
  return { words: texts[found] ?? '', locale: found }
}
