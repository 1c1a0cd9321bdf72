import 'server-only'
import { auditExport, type ExportPlan, exportVariants } from '#lib/audit/export.ts'
import { awardsExport } from '#lib/awards/export.ts'
import { db } from '#lib/foundation/db.ts'
import { reviewsExport } from '#lib/review/export.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { may } from '#lib/staff/permissions.ts'
import { submissionsExport } from '#lib/submissions/staff/export.ts'

/** What this person gets at this address; null for an address that is none, and for whoever may not have it. */
export async function exportPlan(actor: StaffActor, file: string, asked: string | null): Promise<ExportPlan | null> {
  const variant = asked === null ? 'safe' : exportVariants.find((known) => known === asked)
  if (!variant || !may(actor, variant === 'full' ? 'export.full' : 'export.safe')) return null
  const plan = (kind: string, query: string | null, shape: ExportPlan['shape'] = 'csv') => query && { kind, variant, shape, query }
  switch (file) {
    case 'submissions.csv':
      return plan('submissions', submissionsExport(variant, 'csv')) || null
    case 'submissions.json':
      return plan('submissions', submissionsExport(variant, 'json'), 'json') || null
    case 'reviews.csv':
      return plan('reviews', reviewsExport(actor, variant, await criteria())) || null
    case 'awards.csv':
      return plan('awards', awardsExport(actor, variant)) || null
    case 'audit.csv':
      return plan('audit', auditExport(actor, variant)) || null
    default:
      return null
  }
}

/** The keys of every criterion there ever was, in the order of the newest rubric. */
async function criteria(): Promise<string[]> {
  const rows = await db.$queryRaw<{ key: string }[]>`
    select c ->> 'key' as key from rubric r, jsonb_array_elements(r.criteria) with ordinality e (c, place)
    group by 1 order by max(r.number) desc, min(place)`
  return rows.map(({ key }) => key)
}
