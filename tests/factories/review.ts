import { randomBytes } from 'node:crypto'
import { campaignId } from '#lib/campaign/schema.ts'
import { db } from '#lib/foundation/db.ts'
import { newId, newMailCode, newReference } from '#lib/foundation/ids.ts'
import { criterionKeys, type ReviewFlag, type Scores } from '#lib/review/schema.ts'
import { weightedTotal } from '#lib/review/scoring.ts'
import type { StaffActor } from '#lib/staff/actor.ts'
import type { Status } from '#lib/submissions/lifecycle.ts'
import { firstRubric, seedReview } from '#prisma/seed/review.ts'
import { openCampaign, samplePostUrl } from './submissions.ts'

const sampleStory =
  'Sample story for a test. Before, I sent money home once a month and lost part of it on the way. Now I teach the neighbours what I learned, on Sundays, at the kitchen table.'

export type EligibleEntry = Readonly<{ id: string; reference: string; copyId: string | null; preparedBy: string }>
export type EligibleOptions = Readonly<{
  status?: Status
  story?: string
  postText?: string | null
  language?: string
  themes?: readonly string[]
  tools?: readonly string[]
  othersShown?: string
  country?: string
  displayName?: string
  email?: string
  /** 'none': no copy; 'waiting': made and not yet approved. Approved when left out. */
  copy?: 'approved' | 'waiting' | 'none'
  /** What the copy says; the sample story when left out. */
  copyStory?: string
  submittedAt?: Date
}>

let preparer: Promise<string> | null = null

/** Who screens and prepares in tests: never one of the reviewers of a test. */
function samplePreparer(): Promise<string> {
  preparer ??= (async () => {
    await openCampaign()
    await seedReview(db)
    const id = newId()
    await db.staffUser.create({ data: { id, email: `preparer-${id}@example.org`, role: 'admin', name: 'Sample preparer' } })
    return id
  })()
  return preparer
}

/** One eligible entry, whole, with its approved copy. Opens the campaign and the rubric first. */
export async function makeEligible(options: EligibleOptions = {}): Promise<EligibleEntry> {
  const [entry] = await makeManyEligible(1, () => options)
  if (!entry) throw new Error('no entry was made')
  return entry
}

/** Many at once, in a handful of statements whatever the number; `each` may differ by its number from 0. */
export async function makeManyEligible(count: number, each: (index: number) => EligibleOptions = () => ({})): Promise<EligibleEntry[]> {
  const preparedBy = await samplePreparer()
  const made = Array.from({ length: count }, (_, index) => wholeEntry(each(index), preparedBy))
  await db.$transaction(
    async (tx) => {
      await tx.submission.createMany({ data: made.map(({ submission }) => submission) })
      await tx.surveyAnswers.createMany({ data: made.map(({ survey }) => survey) })
      await tx.consentEvent.createMany({ data: made.flatMap(({ consents }) => consents) })
      await tx.entryKey.createMany({ data: made.map(({ key }) => key) })
      await tx.statusChange.createMany({ data: made.map(({ change }) => change) })
      await tx.auditEvent.createMany({ data: made.map(({ audit }) => audit) })
      await tx.mail.createMany({ data: made.map(({ mail }) => mail) })
      await tx.blindCopy.createMany({ data: made.flatMap(({ copy }) => (copy ? [copy] : [])) })
    },
    { timeout: 60_000 },
  )
  return made.map(({ submission, copy }) => ({
    id: submission.id,
    reference: submission.reference,
    copyId: copy?.id ?? null,
    preparedBy,
  }))
}

function wholeEntry(options: EligibleOptions, preparedBy: string) {
  const [id, at, url] = [newId(), options.submittedAt ?? new Date(), samplePostUrl()]
  const email = options.email ?? 'sample@example.org'
  const { status = 'eligible', story = sampleStory, postText = null, copy = 'approved' } = options
  const hash = randomBytes(32).toString('hex')
  const consent = (purpose: string, rulesVersion: number | null = null) => ({
    ...{ id: newId(), submissionId: id, purpose, answer: 'yes', textHash: hash, rulesVersion, locale: 'en', at },
  })
  const number = url.split('/').at(-1) ?? ''
  return {
    submission: {
      ...{ id, campaignId, reference: newReference(), idempotencyKey: id, status, statusAt: at, submittedAt: at, version: 2, locale: 'en' },
      ...{
        country: options.country ?? 'PT',
        platform: 'x',
        postKey: `x:${number}-${id}`,
        postUrl: url,
        postCanonical: url,
        postSoft: false,
      },
      ...{ postText, story, storyLanguage: options.language ?? 'en', displayName: options.displayName ?? 'Sample storyteller' },
      ...{ anonymous: false, email },
    },
    survey: {
      ...{ submissionId: id, adult: true, affiliated: false, region: 'open', binanceUser: 'private' },
      ...{ themes: [...(options.themes ?? ['learning'])], tools: [...(options.tools ?? ['academy'])] },
      othersShown: options.othersShown ?? 'no',
    },
    consents: [consent('rules', 1), consent('reading'), consent('film')],
    key: { keyHash: randomBytes(32).toString('hex'), submissionId: id, createdAt: at },
    change: { id: newId(), submissionId: id, from: 'submitted', to: status, at, staffId: preparedBy },
    audit: { at, actorKind: 'storyteller', action: 'submission.received', subjectKind: 'submission', subjectId: id, data: {} },
    mail: {
      id: newId(),
      kind: 'receipt',
      recipient: email,
      locale: 'en',
      subject: 'Sample',
      text: 'Sample',
      html: '',
      code: newMailCode(),
      submissionId: id,
      createdAt: at,
    },
    copy:
      copy === 'none'
        ? null
        : blindCopy({ id, at, preparedBy, story: options.copyStory ?? story, postText, approved: copy === 'approved' }),
  }
}

type Copied = Readonly<{ id: string; at: Date; preparedBy: string; story: string; postText: string | null; approved: boolean }>

function blindCopy({ id, at, preparedBy, story, postText, approved }: Copied) {
  return {
    ...{ id: newId(), submissionId: id, number: 1, story, postText, sourceVersion: 2, madeById: preparedBy, madeAt: at },
    ...(approved ? { approvedById: preparedBy, approvedAt: at } : {}),
  }
}

/** Somebody who can be given entries to read. Nobody real. */
export async function makeReviewer(
  options: Readonly<{ independent?: boolean; languages?: readonly string[]; name?: string }> = {},
): Promise<StaffActor> {
  const id = newId()
  const { independent = false, languages = [], name = 'Sample reviewer' } = options
  const email = `reviewer-${id}@example.org`
  await db.staffUser.create({ data: { id, email, role: 'reviewer', name, independent, languages: [...languages] } })
  return { kind: 'staff', id, role: 'reviewer', email, name, independent }
}

export type SampleReview = Readonly<{
  submissionId: string
  reviewerId: string
  /** One number stands for the same score throughout. */
  scores: Scores | number
  confidence?: number
  flags?: readonly ReviewFlag[]
  note?: string | null
  completedAt?: Date
}>

/** One completed review, with its assignment. */
export async function makeReview(review: SampleReview): Promise<void> {
  await makeManyReviews([review])
}

/** Many completed reviews with their assignments, in a handful of statements. The entries need a copy. */
export async function makeManyReviews(reviews: readonly SampleReview[]): Promise<void> {
  const copies = await db.blindCopy.findMany({
    where: { submissionId: { in: [...new Set(reviews.map(({ submissionId }) => submissionId))] } },
    orderBy: { number: 'asc' },
    select: { id: true, submissionId: true },
  })
  const copyOf = new Map(copies.map(({ id, submissionId }) => [submissionId, id]))
  const rows = reviews.map((review, index) => reviewRows(review, copyOf.get(review.submissionId) ?? '', index))
  await db.$transaction([
    db.assignment.createMany({ data: rows.map(({ assignment }) => assignment), skipDuplicates: true }),
    db.review.createMany({ data: rows.map(({ review }) => review) }),
    db.reviewScore.createMany({ data: rows.flatMap(({ scores }) => scores) }),
  ])
}

function reviewRows(given: SampleReview, copyId: string, position: number) {
  const { submissionId, reviewerId, confidence = 2, flags = [], note = null } = given
  const at = given.completedAt ?? new Date()
  const id = newId()
  const scores = typeof given.scores === 'number' ? sameScore(given.scores) : given.scores
  const times = { startedAt: at, savedAt: at, completedAt: at }
  return {
    assignment: { id: newId(), submissionId, reviewerId, stage: 1, position, assignedAt: at },
    review: {
      ...{ id, submissionId, reviewerId, rubricNumber: firstRubric.number, copyId, confidence, flags: [...flags], note, ...times },
      totalPoints: weightedTotal(scores, firstRubric.criteria),
    },
    scores: criterionKeys.map((criterion) => ({ reviewId: id, criterion, score: scores[criterion] })),
  }
}

/** The same score for every criterion. */
export function sameScore(score: number): Scores {
  return { truth: score, change: score, theme: score, use: score, film: score }
}
