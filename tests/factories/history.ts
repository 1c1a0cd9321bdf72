import type { ClaimRow } from '#lib/history/present.ts'
import { historyRows } from '#prisma/seed/history/rows.ts'

/** All claims as the database holds them after the first start. */
export function storedClaims(): ClaimRow[] {
  const rows = historyRows()
  return rows.claims.map((claim) => ({
    id: claim.id,
    origin: claim.origin,
    eraId: claim.eraId,
    verdict: claim.verdict,
    verdictDetail: claim.verdictDetail ?? null,
    publish: claim.publish,
    placement: claim.placement,
    people: claim.people as string[],
    topics: claim.topics as string[],
    sameAsId: claim.sameAsId ?? null,
    reviewedBy: claim.reviewedBy ?? null,
    checkedOn: claim.checkedOn ? new Date(claim.checkedOn) : null,
    takenDownAt: null,
    revisions: [],
    texts: rows.texts
      .filter((text) => text.claimId === claim.id)
      .map(({ locale, title = null, record = null, saysPost = null, note = null }) => ({ locale, title, record, saysPost, note })),
    dates: rows.dates
      .filter((date) => date.claimId === claim.id)
      .map(({ role, startOn, endOn, precision }) => ({
        role,
        startOn: new Date(startOn),
        endOn: endOn ? new Date(endOn) : null,
        precision,
      })),
    citations: rows.claimCitations
      .filter((link) => link.claimId === claim.id)
      .flatMap((link) => rows.citations.filter(({ id }) => id === link.citationId))
      .map(({ id, title, publisher, url = null, dateText = null, publicLink }) => ({
        citation: { id, title, publisher, url, dateText, publicLink },
      })),
  }))
}

/** A claim nobody may see, written up as if it were to be shown. */
export function hiddenClaim(publish: 'no' | 'hold', words: string): ClaimRow {
  const model = storedClaims().find(({ id }) => id === 'exchange-launch-date')
  if (!model) throw new Error('The model claim is gone')
  const text = { locale: 'en', title: words, record: words, saysPost: words, note: words }
  return { ...model, id: `hidden-${publish}`, publish, texts: [text] }
}
