import { z } from 'zod'
import { longDate } from '#lib/i18n/format.ts'
import { defaultLocale, type Locale } from '#lib/i18n/locales.ts'
import { badgeOf } from './badges.ts'
import { dateLabel, machineDate } from './dates.ts'
import { personNames, persons, topics } from './filters.ts'
import { isShown } from './policy.ts'
import { eraIds, type HistoryDate, placements, precisions, publishing, verdicts } from './schema.ts'
import { publicSources } from './sources.ts'
import type { CorrectionView, EntryView, FactView, Words } from './views.ts'

type CitationRow = Readonly<{
  id: string
  title: string
  publisher: string
  url: string | null
  dateText: string | null
  publicLink: boolean
}>
type TextRow = Readonly<{ locale: string; title: string | null; record: string | null; saysPost: string | null; note: string | null }>
type DateRow = Readonly<{ role: string; startOn: Date; endOn: Date | null; precision: string }>
type ToldRow = Readonly<{ changedAt: Date; corrections: readonly Readonly<{ locale: string; why: string | null }>[] }>
type RuleRow = Readonly<{
  publish: string
  verdict: string
  placement: string
  reviewedBy: string | null
  takenDownAt: Date | null
  citations: readonly Readonly<{ citation: CitationRow }>[]
}>

/** A claim as it is stored, with what belongs to it. */
export type ClaimRow = RuleRow &
  Readonly<{
    id: string
    origin: string
    eraId: string
    verdictDetail: string | null
    people: readonly string[]
    topics: readonly string[]
    sameAsId: string | null
    checkedOn: Date | null
    texts: readonly TextRow[]
    dates: readonly DateRow[]
    /** The changes that readers are told of, oldest first. */
    revisions: readonly ToldRow[]
  }>

const ruleSchema = z.object({ publish: z.enum(publishing), verdict: z.enum(verdicts), placement: z.enum(placements) })
const disagreement = ['sources-disagree', 'higher-figures-reported', 'disputed-size']

/** Whether a visitor may see this stored claim. Throws on words the schema does not know. */
export function isRowShown(row: RuleRow): boolean {
  return isShown({ ...row, ...ruleSchema.parse(row), citations: row.citations.map(({ citation }) => citation) })
}

/** The entry a visitor sees, or null when they may not see it or nobody has written it yet. */
export function entryView(row: ClaimRow, locale: Locale): EntryView | null {
  const title = words(row.texts, locale, 'title')
  const record = words(row.texts, locale, 'record')
  if (!isRowShown(row) || !title || !record) return null
  const date = knownDate(row.dates)
  return {
    id: row.id,
    placement: z.enum(placements).parse(row.placement),
    eraId: z.enum(eraIds).parse(row.eraId),
    title,
    record,
    saysPost: words(row.texts, locale, 'saysPost'),
    note: words(row.texts, locale, 'note'),
    date: date && { label: dateLabel(locale, date), machine: machineDate(date) },
    badge: badgeOf(z.enum(verdicts).parse(row.verdict)),
    fromPost: row.origin === 'post',
    people: persons.filter((person) => row.people.includes(personNames[person])),
    topics: topics.filter((topic) => row.topics.includes(topic)),
    sources: rowSources(row, locale),
    checkedOn: row.checkedOn && longDate(locale, row.checkedOn),
    corrections: row.revisions.flatMap((one) => correctionView(one, locale) ?? []),
  }
}

/** The row of the table a visitor sees, or null when they may not. `sameAs` is the claim it repeats. */
export function factView(row: ClaimRow & Readonly<{ sameAs: RuleRow | null }>, locale: Locale): FactView | null {
  const entry = entryView(row, locale)
  if (!entry) return null
  const repeats = row.sameAs?.placement === 'timeline' && isRowShown(row.sameAs)
  return {
    id: entry.id,
    title: entry.title,
    record: entry.record,
    saysPost: entry.saysPost,
    badge: entry.badge,
    sourcesDisagree: row.verdictDetail !== null && disagreement.includes(row.verdictDetail),
    sources: entry.sources,
    corrections: entry.corrections,
    entryId: repeats ? row.sameAsId : null,
  }
}

function correctionView({ changedAt, corrections }: ToldRow, locale: Locale): CorrectionView | null {
  const why = words(corrections, locale, 'why')
  return why && { date: longDate(locale, changedAt), machine: changedAt.toISOString().slice(0, 10), why }
}

/** The public sources of a stored claim. */
export function rowSources(row: RuleRow, locale: Locale) {
  return publicSources(
    locale,
    row.citations.map(({ citation }) => citation),
  )
}

/** The date the record supports, else the one the post gives, else null. */
export function knownDate(rows: readonly DateRow[]): HistoryDate | null {
  const row = rows.find(({ role }) => role === 'corrected') ?? rows.find(({ role }) => role === 'claimed')
  if (!row) return null
  return { start: isoDay(row.startOn), end: row.endOn && isoDay(row.endOn), precision: z.enum(precisions).parse(row.precision) }
}

/** One field in the reader's language, or in English and marked so, or null when neither has it. */
export function words<K extends string>(
  texts: readonly (Readonly<{ locale: string }> & Readonly<Record<K, string | null>>)[],
  locale: Locale,
  field: K,
): Words | null {
  const own = texts.find((text) => text.locale === locale)?.[field]
  if (own) return { text: own, lang: null }
  const english = texts.find((text) => text.locale === defaultLocale)?.[field]
  return english ? { text: english, lang: 'en' } : null
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}
