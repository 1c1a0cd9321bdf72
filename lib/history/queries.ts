import 'server-only'
import { db } from '#lib/foundation/db.ts'
import { defaultLocale, type Locale } from '#lib/i18n/locales.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { sortKey } from './dates.ts'
import { type Person, persons, type Topic } from './filters.ts'
import { entryView, factView, isRowShown, knownDate, rowSources, words } from './present.ts'
import { eraIds, type Placement } from './schema.ts'
import type { EntryView, EraView, FactView, ProfileView, ShownPlace } from './views.ts'

const profilePlacements: Readonly<Record<Person, Placement>> = { cz: 'profile_cz', 'he-yi': 'profile_he_yi' }

type TimelineQuestion = Readonly<{ locale: Locale; person?: Person | null; topic?: Topic | null }>

const ruleSelect = {
  publish: true,
  verdict: true,
  placement: true,
  reviewedBy: true,
  takenDownAt: true,
  citations: {
    orderBy: { position: 'asc' },
    select: { citation: { select: { id: true, title: true, publisher: true, url: true, dateText: true, publicLink: true } } },
  },
} satisfies Prisma.HistoryClaimSelect

function claimSelect(locale: Locale) {
  return {
    ...ruleSelect,
    id: true,
    origin: true,
    eraId: true,
    verdictDetail: true,
    people: true,
    topics: true,
    sameAsId: true,
    checkedOn: true,
    texts: { where: { locale: { in: [locale, defaultLocale] } } },
    dates: true,
    revisions: {
      where: { corrections: { some: {} } },
      orderBy: { number: 'asc' },
      select: { changedAt: true, corrections: { where: { locale: { in: [locale, defaultLocale] } }, select: { locale: true, why: true } } },
    },
    sameAs: { select: ruleSelect },
    era: { select: { position: true } },
  } satisfies Prisma.HistoryClaimSelect
}

function inPlacements(...placements: Placement[]) {
  return { placement: { in: placements }, takenDownAt: null, publish: { in: ['yes', 'with_note'] } } satisfies Prisma.HistoryClaimWhereInput
}

function storedClaims(where: Prisma.HistoryClaimWhereInput, locale: Locale) {
  return db.historyClaim.findMany({
    where,
    select: claimSelect(locale),
    orderBy: [{ era: { position: 'asc' } }, { position: 'asc' }, { id: 'asc' }],
  })
}

function entriesOf(rows: Awaited<ReturnType<typeof storedClaims>>, locale: Locale): EntryView[] {
  return rows.flatMap((row) => entryView(row, locale) ?? [])
}

/** The history in order, era by era, with what a visitor may see. With a person or a topic, only eras that hold a match. */
export async function historyTimeline({ locale, person, topic }: TimelineQuestion): Promise<EraView[]> {
  const [eras, rows] = await Promise.all([
    db.historyEra.findMany({
      orderBy: { position: 'asc' },
      select: { id: true, texts: { where: { locale: { in: [locale, defaultLocale] } } } },
    }),
    storedClaims(inPlacements('timeline', 'timeline_copy'), locale),
  ])
  const entries = entriesOf(
    rows.filter((row) => row.placement === 'timeline'),
    locale,
  ).filter((entry) => (!person || entry.people.includes(person)) && (!topic || entry.topics.includes(topic)))
  return eraIds.flatMap((id) => {
    const texts = eras.find((era) => era.id === id)?.texts ?? []
    const name = words(texts, locale, 'name')
    const intro = words(texts, locale, 'intro')
    const own = entries.filter((entry) => entry.eraId === id)
    if (!name || !intro || own.length === 0) return []
    const introRows = rows.filter((row) => row.eraId === id && row.placement === 'timeline_copy' && isRowShown(row))
    return [{ id, name, intro, introSources: introRows.flatMap((row) => rowSources(row, locale)), entries: own }]
  })
}

/** One entry of the timeline, of a founder or of the principles, dated as there; null when there is none a visitor may see. */
export async function historyEntry(id: string, locale: Locale): Promise<EntryView | null> {
  const rows = await storedClaims({ ...inPlacements('timeline', 'principles', ...Object.values(profilePlacements)), id }, locale)
  return entriesOf(rows, locale).map(asShown)[0] ?? null
}

/** What a visitor may see under this id, and on which page, without its language; null when there is nothing. */
export async function shownPlace(id: string, locale: Locale): Promise<ShownPlace | null> {
  const [row] = await storedClaims({ id }, locale)
  const entry = row && entryView(row, locale)
  return entry ? { id, title: entry.title, path: `${row.placement === 'fact_table' ? '/history/facts' : '/history'}#${id}` } : null
}

/** The ids of every entry of the timeline that a visitor may see, in order. */
export async function shownEntries(): Promise<string[]> {
  return entriesOf(await storedClaims(inPlacements('timeline'), defaultLocale), defaultLocale).map(({ id }) => id)
}

/** The table of figures, oldest first. */
export async function factTable(locale: Locale): Promise<FactView[]> {
  const rows = await storedClaims(inPlacements('fact_table'), locale)
  return oldestFirst(rows).flatMap((row) => factView(row, locale) ?? [])
}

const alsoOnTimeline: Readonly<Record<Person, readonly string[]>> = { cz: ['fusion-systems-2005'], 'he-yi': [] }

/** Both founders, each with what is known of them beside the timeline, oldest first and undated, and where the timeline says more. */
export async function profiles(locale: Locale): Promise<ProfileView[]> {
  const elsewhere = Object.values(alsoOnTimeline).flat()
  const where = { OR: [inPlacements('profile_cz', 'profile_he_yi'), { ...inPlacements('timeline'), id: { in: elsewhere } }] }
  const rows = oldestFirst(await storedClaims(where, locale))
  return persons.map((person) => ({
    person,
    entries: entriesOf(
      rows.filter((row) => row.placement === profilePlacements[person]),
      locale,
    ).map(asShown),
    seeAlso: entriesOf(
      rows.filter((row) => alsoOnTimeline[person].includes(row.id)),
      locale,
    ).map(({ id, title, date }) => ({ id, title, date })),
  }))
}

/** The principles the post draws from the history, each beside what the record shows. */
export async function principles(locale: Locale): Promise<EntryView[]> {
  return entriesOf(await storedClaims(inPlacements('principles'), locale), locale)
}

/** A founder's entries are shown undated, wherever they stand. */
function asShown(entry: EntryView): EntryView {
  return Object.values(profilePlacements).includes(entry.placement) ? { ...entry, date: null } : entry
}

function oldestFirst<R extends Awaited<ReturnType<typeof storedClaims>>[number]>(rows: R[]): R[] {
  const key = (row: R) => `${row.era.position}/${sortKey(knownDate(row.dates))}`
  return rows.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}
