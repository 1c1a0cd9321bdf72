import 'server-only'
import { z } from 'zod'
import { db } from '#lib/foundation/db.ts'
import { defaultLocale, type Locale, locales } from '#lib/i18n/locales.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { badgeOf } from '../badges.ts'
import { words } from '../present.ts'
import { type EraId, eraIds } from '../schema.ts'
import { type ClaimContent, noWords, partNames, plainContent } from './content.ts'
import { type DeskFilters, isAskedFor } from './filters.ts'
import { reportsAbout } from './report-queries.ts'
import { faultsOf, isMeant, isSeen, lacksOf } from './rules.ts'
import { contentOf, contentOfRevision, type WholeClaim, wholeClaim } from './stored.ts'
import type { DeskClaim, DeskLine, RevisionLine, RevisionView } from './views.ts'

export const pageSize = 50

const onDesk = {
  ...wholeClaim,
  _count: { select: { reports: { where: { state: 'open' } } } },
} as const satisfies Prisma.HistoryClaimInclude
type DeskRow = WholeClaim & { _count: { reports: number } }

/** The claims these filters ask for, era by era, fifty to a page, with how many there are. */
export async function historyOnDesk(actor: StaffActor, filters: DeskFilters): Promise<{ lines: DeskLine[]; count: number; pages: number }> {
  mustBeAllowed(actor, 'history.edit')
  const rows = await db.historyClaim.findMany({
    include: onDesk,
    orderBy: [{ era: { position: 'asc' } }, { position: 'asc' }, { id: 'asc' }],
  })
  const lines = rows.map((row) => lineOf(row, contentOf(row))).filter((line) => isAskedFor(line, filters))
  const pages = Math.max(1, Math.ceil(lines.length / pageSize))
  const from = (Math.min(filters.page, pages) - 1) * pageSize
  return { lines: lines.slice(from, from + pageSize), count: lines.length, pages }
}

/** The eras in order, each with its name in this language or in English. */
export async function eraNames(actor: StaffActor, locale: Locale): Promise<{ id: EraId; name: string }[]> {
  mustBeAllowed(actor, 'history.edit')
  const eras = await db.historyEra.findMany({ include: { texts: true } })
  return eraIds.map((id) => ({ id, name: words(eras.find((era) => era.id === id)?.texts ?? [], locale, 'name')?.text ?? id }))
}

/** One claim with its trail and what was reported of it; null when there is none of that id. */
export async function claimOnDesk(actor: StaffActor, id: string): Promise<DeskClaim | null> {
  mustBeAllowed(actor, 'history.edit')
  const row = await db.historyClaim.findUnique({ where: { id }, include: onDesk })
  if (!row) return null
  const content = contentOf(row)
  const [revisions, reports] = await Promise.all([revisionsOf(id), reportsAbout(id)])
  return {
    ...lineOf(row, content),
    origin: row.origin === 'context' ? 'context' : 'post',
    version: row.version,
    publishReason: row.publishReason,
    sameAsId: row.sameAsId,
    content,
    lacks: lacksOf(row, content),
    faults: faultsOf(content, content),
    revisions,
    reports,
  }
}

/** One change of a claim, whole before and whole after, as plain lines; null when there is none of that number. */
export async function claimRevision(actor: StaffActor, claimId: string, number: number): Promise<RevisionView | null> {
  mustBeAllowed(actor, 'history.edit')
  const row = await db.claimRevision.findUnique({ where: { claimId_number: { claimId, number } }, include: { corrections: true } })
  const [line] = row ? await linesOf([row]) : []
  if (!row || !line) return null
  const told = locales.flatMap((locale) => row.corrections.filter((one) => one.locale === locale).map(({ why }) => ({ locale, why })))
  return { ...line, before: plain(row.before), after: plain(row.after), toldReaders: told }
}

const plain = (kept: Prisma.JsonValue) => plainContent(contentOfRevision(kept))

async function revisionsOf(claimId: string): Promise<RevisionLine[]> {
  const rows = await db.claimRevision.findMany({
    where: { claimId },
    orderBy: { number: 'desc' },
    take: 50,
    omit: { before: true, after: true },
    include: { corrections: { select: { locale: true } } },
  })
  return linesOf(rows)
}

type RevisionRow = Readonly<{
  number: number
  part: string
  changedBy: string
  changedAt: Date
  reason: string
  corrections: readonly unknown[]
}>

async function linesOf(rows: readonly RevisionRow[]): Promise<RevisionLine[]> {
  const ids = [...new Set(rows.map(({ changedBy }) => changedBy))]
  const people = await db.staffUser.findMany({ where: { id: { in: ids } }, select: { id: true, name: true, email: true } })
  return rows.map(({ number, part, changedBy, changedAt, reason, corrections }) => {
    const person = people.find(({ id }) => id === changedBy)
    return {
      number,
      part: z.enum(partNames).parse(part),
      who: person?.name ?? person?.email ?? '',
      at: changedAt,
      reason,
      told: corrections.length > 0,
    }
  })
}

function lineOf(row: DeskRow, content: ClaimContent): DeskLine {
  const { facts } = content
  const english = content.words[defaultLocale] ?? noWords
  return {
    id: row.id,
    title: english.title ?? english.saysPost ?? row.id,
    eraId: z.enum(eraIds).parse(row.eraId),
    badge: badgeOf(facts.verdict),
    publish: facts.publish,
    placement: facts.placement,
    standing: standingOf(content),
    reviewed: Boolean(facts.reviewedBy?.trim()),
    openReports: row._count.reports,
    untranslated: english.record ? locales.filter((locale) => lacksWords(content, locale)) : [],
  }
}

function standingOf(content: ClaimContent): DeskLine['standing'] {
  if (content.standing.takenDownWhy !== null) return 'taken-down'
  if (isSeen(content)) return 'shown'
  return isMeant(content) ? 'lacking' : 'kept-back'
}

/** Whether a language says less than the English. */
function lacksWords(content: ClaimContent, locale: Locale): boolean {
  const [own, english] = [content.words[locale] ?? noWords, content.words[defaultLocale] ?? noWords]
  return (['title', 'record', 'saysPost', 'note'] as const).some((field) => english[field] !== null && own[field] === null)
}
