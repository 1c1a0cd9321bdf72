import 'server-only'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import { outcomeOf, reasonsOf } from './schema.ts'
import type { ReviewReceipt } from './views.ts'

/** The receipt of one entry; null until its result is released. Names nobody who read it, and none of their scores. */
export async function reviewReceipt(reference: string): Promise<ReviewReceipt | null> {
  const entry = await db.submission.findFirst({
    where: { campaignId, reference, decision: { release: { releasedAt: { not: null } } } },
    select: {
      decision: { include: { release: { select: { releasedAt: true } } } },
      reviews: {
        where: { completedAt: { not: null } },
        select: { completedAt: true, reviewer: { select: { independent: true } } },
        orderBy: { completedAt: 'asc' },
      },
      changes: { where: { from: 'reserve', to: 'selected' }, orderBy: { at: 'desc' }, take: 1, select: { at: true } },
    },
  })
  const releasedAt = entry?.decision?.release?.releasedAt
  if (!entry?.decision || !releasedAt) return null
  const { outcome, reserveOrder, reasons } = entry.decision
  const days = entry.reviews.flatMap(({ completedAt }) => (completedAt ? [completedAt.toISOString().slice(0, 10)] : []))
  return {
    readBy: entry.reviews.length,
    independent: entry.reviews.filter(({ reviewer }) => reviewer.independent).length,
    readOn: [...new Set(days)].map((day) => new Date(day)),
    ...{ outcome: outcomeOf(outcome), reserveOrder, reasons: reasonsOf(reasons), releasedAt },
    movedUpAt: entry.changes[0]?.at ?? null,
  }
}
