import 'server-only'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import { readReference } from '#lib/foundation/reference.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import { mustBeAllowed } from '#lib/staff/permissions.ts'
import type { ReviewGetPayload, ReviewInclude } from '#prisma/generated/models/Review.ts'
import { seenOf } from '../commands/decide.ts'
import { rubricInWords } from '../queries/rubric.ts'
import { normalised, type Scales } from '../statistics/scores.ts'
import { selectionLab } from './lab.ts'
import { reasonsOf } from './schema.ts'
import type { CandidateInFull, Lab, ReviewForDecision } from './views.ts'

const parts = {
  reviewer: { select: { name: true, email: true, independent: true } },
  scores: { select: { criterion: true, score: true } },
} satisfies ReviewInclude

/** One entry on the page where it is decided: its place, every review of it in full, the decision so far. Null when it does not take part. */
export async function candidateInFull(
  actor: StaffActor,
  { typed, places, locale }: Readonly<{ typed: string; places: number | null; locale: Locale }>,
): Promise<Readonly<{ candidate: CandidateInFull; lab: Lab }> | null> {
  mustBeAllowed(actor, 'selection.see')
  const reference = readReference(typed)
  if (!reference) return null
  const lab = await selectionLab(actor, places)
  const index = lab.candidates.findIndex((one) => one.reference === reference)
  const candidate = lab.candidates[index]
  if (!candidate) return null
  const entry = await db.submission.findFirst({
    where: { campaignId, reference },
    select: {
      decision: { include: { decidedBy: { select: { name: true, email: true } } } },
      copies: { where: { approvedAt: { not: null } }, orderBy: { number: 'desc' }, take: 1, select: { story: true, postText: true } },
      reviews: { where: { completedAt: { not: null } }, orderBy: [{ completedAt: 'asc' }, { id: 'asc' }], include: parts },
    },
  })
  if (!entry) return null
  const rubric = await rubricInWords(db, locale, null)
  const { decision } = entry
  const [copy] = entry.copies
  const full: CandidateInFull = {
    ...candidate,
    copy: copy ? [copy.story, copy.postText].filter(Boolean).join('\n\n') : null,
    reviews: entry.reviews.map((review) => reviewOf(review, lab.scales)),
    criteria: rubric.criteria.map(({ key, anchors }) => ({ key, name: anchors.name })),
    reasons: reasonsOf(decision?.reasons ?? []),
    note: decision?.note ?? null,
    decidedBy: decision ? (decision.decidedBy.name ?? decision.decidedBy.email) : null,
    decidedAt: decision?.decidedAt ?? null,
    seen: seenOf(decision),
    previous: lab.candidates[index - 1]?.reference ?? null,
    next: lab.candidates[index + 1]?.reference ?? null,
    of: lab.candidates.length,
  }
  return { candidate: full, lab }
}

function reviewOf(review: ReviewGetPayload<{ include: typeof parts }>, scales: Scales): ReviewForDecision {
  const { reviewer, confidence, flags, note, scores, completedAt } = review
  const total = review.totalPoints ?? 0
  return {
    ...{ confidence, flags, note, scores, total, completedAt: completedAt ?? review.savedAt },
    reader: reviewer.name ?? reviewer.email,
    independent: reviewer.independent,
    normalised: normalised({ reviewer: review.reviewerId, total }, scales),
  }
}
