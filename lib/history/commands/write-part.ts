import 'server-only'
import type { Tx } from '#lib/foundation/db.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import type { ClaimFacts, ClaimSource, ClaimWords, Part } from '../editing/content.ts'

type Written = Readonly<{ claimId: string; part: Part; at: Date }>

/** Writes one part of a claim, which this transaction holds, into the tables that visitors are shown. */
export async function writePart(tx: Tx, { claimId, part, at }: Written): Promise<void> {
  if (part.part === 'words') return writeWords(tx, claimId, part)
  if (part.part === 'facts') return writeFacts(tx, claimId, part.value)
  if (part.part === 'sources') return writeSources(tx, claimId, part.value)
  const { takenDownWhy } = part.value
  await tx.historyClaim.update({ where: { id: claimId }, data: { takenDownWhy, takenDownAt: takenDownWhy === null ? null : at } })
}

async function writeWords(tx: Tx, claimId: string, { locale, value }: Readonly<{ locale: Locale; value: ClaimWords }>): Promise<void> {
  await tx.historyText.upsert({
    where: { claimId_locale: { claimId, locale } },
    create: { claimId, locale, ...value },
    update: value,
  })
}

async function writeFacts(tx: Tx, claimId: string, { claimed, corrected, figures, checkedOn, ...rest }: ClaimFacts): Promise<void> {
  await tx.historyClaim.update({ where: { id: claimId }, data: { ...rest, checkedOn: checkedOn && new Date(checkedOn) } })
  await tx.historyDate.deleteMany({ where: { claimId } })
  await tx.historyDate.createMany({
    data: Object.entries({ claimed, corrected }).flatMap(([role, date]) =>
      date ? [{ claimId, role, startOn: new Date(date.start), endOn: date.end && new Date(date.end), precision: date.precision }] : [],
    ),
  })
  await tx.historyFigure.deleteMany({ where: { claimId } })
  await tx.historyFigure.createMany({ data: figures.map((figure, position) => ({ claimId, position, ...figure })) })
}

/** A source is shared by every claim that names it: here it is joined or parted, and made when it is new, but never changed. */
async function writeSources(tx: Tx, claimId: string, sources: readonly ClaimSource[]): Promise<void> {
  await tx.historyCitation.createMany({ data: [...sources], skipDuplicates: true })
  await tx.claimCitation.deleteMany({ where: { claimId } })
  await tx.claimCitation.createMany({ data: sources.map(({ id }, position) => ({ claimId, citationId: id, position })) })
}
