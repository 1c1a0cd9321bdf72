import type { Database, Tx } from '#lib/foundation/db.ts'
import { historyRows } from './history/rows.ts'

/** Adds whatever the history tables lack. Rows that exist stay as staff left them, so it can run at every start. */
export async function seedHistory(db: Database | Tx): Promise<void> {
  const rows = historyRows()
  await db.historyEra.createMany({ data: rows.eras, skipDuplicates: true })
  await db.historyEraText.createMany({ data: rows.eraTexts, skipDuplicates: true })
  await db.historyClaim.createMany({ data: rows.claims, skipDuplicates: true })
  await db.historyText.createMany({ data: rows.texts, skipDuplicates: true })
  await db.historyDate.createMany({ data: rows.dates, skipDuplicates: true })
  await db.historyFigure.createMany({ data: rows.figures, skipDuplicates: true })
  await db.historyCitation.createMany({ data: rows.citations, skipDuplicates: true })
  await db.claimCitation.createMany({ data: rows.claimCitations, skipDuplicates: true })
}
