import 'server-only'
import { z } from 'zod'
import { db } from '#lib/foundation/db.ts'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { type ReportState, reportStates } from '../report.ts'
import type { ReportLine, ReportView } from './views.ts'

const most = 200

const withTitle = {
  claim: { select: { texts: { where: { locale: defaultLocale }, select: { title: true, saysPost: true } } } },
} as const satisfies Prisma.HistoryReportInclude
type Row = Prisma.HistoryReportGetPayload<{ include: typeof withTitle }>

/** Reports in one state, oldest first where they wait and newest first where they do not: at most 200. With how many wait. */
export async function reportsOnDesk(actor: StaffActor, state: ReportState): Promise<{ lines: ReportLine[]; open: number }> {
  mustBeAllowed(actor, 'history.edit')
  const [rows, open] = await Promise.all([
    db.historyReport.findMany({ where: { state }, include: withTitle, orderBy: { at: state === 'open' ? 'asc' : 'desc' }, take: most }),
    db.historyReport.count({ where: { state: 'open' } }),
  ])
  return { lines: rows.map(lineOf), open }
}

/** How many reports wait. */
export async function openReports(actor: StaffActor): Promise<number> {
  mustBeAllowed(actor, 'history.edit')
  return db.historyReport.count({ where: { state: 'open' } })
}

/** One report; null when there is none of that id. */
export async function reportOnDesk(actor: StaffActor, id: string): Promise<ReportView | null> {
  mustBeAllowed(actor, 'history.edit')
  if (!z.uuid().safeParse(id).success) return null
  const row = await db.historyReport.findUnique({
    where: { id },
    include: { ...withTitle, endedBy: { select: { name: true, email: true } } },
  })
  if (!row) return null
  const { version, sourceUrl, note, answer, endedAt, endedBy } = row
  const locale = localeOf(row.locale) ?? defaultLocale
  const canBeAnswered = row.email !== null
  return {
    ...lineOf(row),
    version,
    locale,
    sourceUrl,
    canBeAnswered,
    note,
    answer,
    endedAt,
    endedBy: endedBy && (endedBy.name ?? endedBy.email),
  }
}

/** What was reported of one claim, newest first: at most twenty. For a reader who asked already. */
export async function reportsAbout(claimId: string): Promise<ReportLine[]> {
  const rows = await db.historyReport.findMany({ where: { claimId }, include: withTitle, orderBy: { at: 'desc' }, take: 20 })
  return rows.map(lineOf)
}

function lineOf({ id, what, at, state, claimId, claim }: Row): ReportLine {
  const text = claim?.texts[0]
  return { id, what, at, state: z.enum(reportStates).parse(state), claimId, title: text?.title ?? text?.saysPost ?? claimId }
}
