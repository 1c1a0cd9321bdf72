import type { Placement, Publishing, Verdict } from './schema.ts'

/** What the rule below needs to know of a claim. */
export type Showable = Readonly<{
  publish: Publishing
  verdict: Verdict
  placement: Placement
  reviewedBy: string | null
  takenDownAt: Date | null
  citations: readonly Readonly<{ publicLink: boolean }>[]
}>

const publishable: readonly Publishing[] = ['yes', 'with_note']
const keptBack: readonly Placement[] = ['hold', 'omit']
const onTheTimeline: readonly Placement[] = ['timeline', 'timeline_copy']

/** Whether a visitor may see the claim: cleared for publishing, not taken down, with a source anyone can open and a reviewer who answers for it. The timeline takes nothing unverified. */
export function isShown(claim: Showable): boolean {
  if (!publishable.includes(claim.publish) || keptBack.includes(claim.placement)) return false
  if (claim.takenDownAt !== null || !claim.reviewedBy?.trim()) return false
  if (claim.verdict === 'unverified' && onTheTimeline.includes(claim.placement)) return false
  return claim.citations.some((citation) => citation.publicLink)
}
