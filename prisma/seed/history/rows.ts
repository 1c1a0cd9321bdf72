import { type Topic, topicsOf } from '#lib/history/filters.ts'
import type { CitationRecord, ClaimRecord, ContextRecord, EntryText, HistoryDate, Placement } from '#lib/history/schema.ts'
import { eraIds } from '#lib/history/schema.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { seededIn } from '../languages.ts'
import { claimRecords, contextRecords } from './records.ts'
import { entryTexts, eraTexts } from './texts/index.ts'

// Those who compared our words with the research. Staff put a person's name here when one has read the entry.
const reviewedBy = 'Humans of Binance history desk'
const checkedOn = new Date('2026-11-21')

// The address of this page says something about private life that the page here does not repeat.
const namedWithoutLink = ['bankingdive2025']

// The headline goes on to repeat a slogan with a tag, which has no place on the page.
const abridgedTitles: Readonly<Record<string, string>> = { hack_cg: 'Binance Hacked for $40 Million in Bitcoins (headline abridged)' }

type Cited = Omit<CitationRecord, 'url'> & Readonly<{ url: string | null }>

const announcement: Cited = {
  key: 'announcement2025',
  title: 'Announcement of the campaign',
  publisher: 'Humans of Binance',
  url: null,
  date: '2025-09-03',
  tier: 'primary',
  public_link: true,
  note: 'published; no address is on file',
}

const contextTopics: Readonly<Record<string, readonly Topic[]>> = {
  'cz-early-life': ['beginnings'],
  'he-yi-early-life': ['beginnings'],
  'fusion-systems-2005': ['beginnings'],
  'blockchain-info-2013': ['beginnings'],
  'refund-2017': ['community', 'regulation'],
  'sec-lawsuit-2023': ['regulation'],
  'guilty-pleas-2023': ['people', 'regulation'],
  'sentence-2024': ['regulation'],
  'humans-of-binance-2025': ['community'],
  'pardon-2025': ['regulation'],
  'co-ceo-2025': ['people'],
  'memoir-2026': ['people'],
}

const contextPlacements: Readonly<Record<string, Placement>> = { 'cz-early-life': 'profile_cz', 'he-yi-early-life': 'profile_he_yi' }

export type HistoryRows = Readonly<{
  eras: Prisma.HistoryEraCreateManyInput[]
  eraTexts: Prisma.HistoryEraTextCreateManyInput[]
  claims: Prisma.HistoryClaimCreateManyInput[]
  texts: Prisma.HistoryTextCreateManyInput[]
  dates: Prisma.HistoryDateCreateManyInput[]
  figures: Prisma.HistoryFigureCreateManyInput[]
  citations: Prisma.HistoryCitationCreateManyInput[]
  claimCitations: Prisma.ClaimCitationCreateManyInput[]
}>

/** Everything the history tables start with: all claims and events, hidden ones too, and our words about those that are shown. */
export function historyRows(): HistoryRows {
  const claims = claimRecords()
  const contexts = contextRecords().map((context) => ({
    ...context,
    citations: context.citations.length ? context.citations : [announcement],
  }))
  return {
    eras: eraIds.map((id, position) => ({ id, position })),
    eraTexts: seededIn.flatMap((locale) => eraIds.map((eraId) => ({ eraId, locale, ...eraTexts[locale][eraId] }))),
    claims: [...claims.map(claimRow), ...contexts.map(contextRow)],
    texts: [
      ...claims.flatMap((claim) => textRows(claim.id, fallbackText(claim))),
      ...contexts.flatMap((context) => textRows(context.id, null)),
    ],
    dates: [...claims.flatMap(claimDates), ...contexts.flatMap((context) => dateRow(context.id, 'corrected', context.date))],
    figures: claims.flatMap((claim) => claim.figures.map((figure, position) => ({ claimId: claim.id, position, ...figure }))),
    citations: citationRows([...claims, ...contexts].flatMap((entry) => entry.citations)),
    claimCitations: [...claims, ...contexts].flatMap(claimCitationRows),
  }
}

const order = Object.keys(entryTexts.en)

function position(id: string, otherwise: number): number {
  const index = order.indexOf(id)
  return index === -1 ? order.length + otherwise : index
}

function review(id: string) {
  return order.includes(id) ? { reviewedBy, checkedOn } : { reviewedBy: null, checkedOn: null }
}

function claimRow(claim: ClaimRecord): Prisma.HistoryClaimCreateManyInput {
  return {
    id: claim.id,
    origin: 'post',
    eraId: claim.proposed_era,
    position: position(claim.id, claim.seed_line),
    kind: claim.kind,
    seedLine: claim.seed_line,
    verdict: claim.verdict,
    verdictDetail: claim.verdict_detail,
    confidence: claim.confidence,
    sensitivity: claim.sensitivity,
    publish: claim.publish,
    publishReason: claim.publish_reason,
    placement: claim.placement,
    people: claim.people,
    topics: topicsOf(claim.tags),
    sameAsId: claim.same_as,
    ...review(claim.id),
    ...(claim.placement === 'timeline_copy' ? { reviewedBy, checkedOn } : {}),
  }
}

function contextRow(context: Omit<ContextRecord, 'citations'>): Prisma.HistoryClaimCreateManyInput {
  return {
    id: context.id,
    origin: 'context',
    eraId: context.proposed_era,
    position: position(context.id, 0),
    kind: 'event',
    verdict: 'corroborated',
    sensitivity: context.sensitivity,
    publish: 'yes',
    publishReason: context.use,
    placement: contextPlacements[context.id] ?? 'timeline',
    people: context.people,
    topics: [...(contextTopics[context.id] ?? [])],
    ...review(context.id),
  }
}

/** What staff see of a claim nobody has written about yet. */
function fallbackText(claim: ClaimRecord) {
  return { title: claim.suggested_title, record: null, saysPost: claim.retelling, note: claim.note }
}

function textRows(claimId: string, otherwise: ReturnType<typeof fallbackText> | null): Prisma.HistoryTextCreateManyInput[] {
  const written = seededIn.flatMap((locale) => {
    const text: EntryText | undefined = entryTexts[locale][claimId]
    return text ? [{ claimId, locale, ...text }] : []
  })
  if (written.length || !otherwise) return written
  return [{ claimId, locale: 'en', ...otherwise }]
}

function claimDates(claim: ClaimRecord): Prisma.HistoryDateCreateManyInput[] {
  return [...dateRow(claim.id, 'claimed', claim.date_claimed), ...dateRow(claim.id, 'corrected', claim.date_corrected)]
}

function dateRow(claimId: string, role: 'claimed' | 'corrected', date: HistoryDate | null): Prisma.HistoryDateCreateManyInput[] {
  if (date === null) return []
  return [{ claimId, role, startOn: new Date(date.start), endOn: date.end === null ? null : new Date(date.end), precision: date.precision }]
}

function citationRows(citations: readonly Cited[]): Prisma.HistoryCitationCreateManyInput[] {
  const byKey = new Map(citations.map((citation) => [citation.key, citation]))
  return [...byKey.values()].map((citation) => ({
    id: citation.key,
    title: abridgedTitles[citation.key] ?? citation.title,
    publisher: citation.publisher,
    url: namedWithoutLink.includes(citation.key) ? null : citation.url,
    dateText: citation.date,
    tier: citation.tier,
    publicLink: citation.public_link,
    note: citation.note,
  }))
}

function claimCitationRows(entry: Readonly<{ id: string; citations: readonly Cited[] }>): Prisma.ClaimCitationCreateManyInput[] {
  return entry.citations.map((citation, index) => ({ claimId: entry.id, citationId: citation.key, position: index }))
}
