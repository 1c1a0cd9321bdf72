import type { Database, Tx } from '#lib/foundation/db.ts'
import { historyRows } from './history/rows.ts'

/**
 * Adds whatever the history tables lack, so it can run at every start. Rows that exist stay as staff left them, and to a claim that
 * was changed at the desk nothing is added: a source that was taken away stays away.
 */
export async function seedHistory(db: Database | Tx): Promise<void> {
  const rows = historyRows()
  const touched = await db.claimRevision.findMany({ distinct: ['claimId'], select: { claimId: true } })
  const asItCame = ({ claimId }: { claimId: string }) => !touched.some((one) => one.claimId === claimId)
  await db.historyEra.createMany({ data: rows.eras, skipDuplicates: true })
  await db.historyEraText.createMany({ data: rows.eraTexts, skipDuplicates: true })
  await db.historyClaim.createMany({ data: rows.claims, skipDuplicates: true })
  await db.historyText.createMany({ data: rows.texts.filter(asItCame), skipDuplicates: true })
  await db.historyDate.createMany({ data: rows.dates.filter(asItCame), skipDuplicates: true })
  await db.historyFigure.createMany({ data: rows.figures.filter(asItCame), skipDuplicates: true })
  await db.historyCitation.createMany({ data: rows.citations, skipDuplicates: true })
  await db.claimCitation.createMany({ data: rows.claimCitations.filter(asItCame), skipDuplicates: true })
}
