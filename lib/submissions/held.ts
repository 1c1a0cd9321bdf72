import 'server-only'
import { ineligibilityRule } from '#lib/campaign/ineligibility.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { hashToken } from '#lib/foundation/ids.ts'
import type { SubmissionGetPayload, SubmissionInclude } from '#prisma/generated/models/Submission.ts'
import { plainStatus, statusOf } from './lifecycle.ts'
import { appealView, historyOf } from './queries.ts'
import { readAnswers } from './schema.ts'

const oldestFirst = [{ at: 'asc' }, { id: 'asc' }] as const

const parts = {
  survey: true,
  draft: { select: { createdAt: true, expiresAt: true, answers: true } },
  consents: { orderBy: [...oldestFirst] },
  changes: { orderBy: [...oldestFirst] },
  screenings: { where: { outcome: { in: ['ineligible', 'disqualified'] } }, orderBy: [...oldestFirst], select: { rule: true, at: true } },
  questions: { orderBy: [{ askedAt: 'asc' }, { id: 'asc' }] },
  postChecks: { orderBy: [...oldestFirst] },
  mails: {
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { kind: true, subject: true, recipient: true, code: true, createdAt: true, sentAt: true },
  },
  keys: { orderBy: { createdAt: 'asc' }, select: { createdAt: true } },
  appeal: true,
  decision: { select: { outcome: true, reasons: true, release: { select: { releasedAt: true } } } },
  reviews: { where: { completedAt: { not: null } }, orderBy: [{ completedAt: 'asc' }, { id: 'asc' }], select: { completedAt: true } },
} satisfies SubmissionInclude

type Found = SubmissionGetPayload<{ include: typeof parts }>

/** All that is held about one storyteller, plain enough to be written as JSON: only texts, numbers, lists and objects; instants in ISO 8601. */
export type EverythingHeld = NonNullable<Awaited<ReturnType<typeof everythingHeld>>>

/** All that is held about the person whose entry this secret link opens, but nothing that only staff know; null for an unknown link. */
export async function everythingHeld(key: string) {
  const found = await db.entryKey.findUnique({ where: { keyHash: hashToken(key) }, select: { submission: { include: parts } } })
  if (!found) return null
  const entry = found.submission
  return {
    writtenAt: now().toISOString(),
    entry: entryPart(entry),
    survey: surveyPart(entry),
    permissions: entry.consents.map(({ purpose, answer, at, locale, textHash, rulesVersion }) => ({
      ...{ purpose, answer, at: at.toISOString(), language: locale, wordsSha256: textHash },
      ...(rulesVersion !== null && { rulesVersion }),
    })),
    history: historyOf(entry.changes).map(({ plainStatus: status, at }) => ({ status, at: at.toISOString() })),
    ...talkPart(entry),
    result: resultPart(entry),
    postChecks: entry.postChecks.map(({ at, outcome, title, author, resolvedUrl }) => ({
      at: at.toISOString(),
      outcome,
      title,
      author,
      resolvedUrl,
    })),
    mails: entry.mails.map(({ kind, subject, recipient, code, createdAt, sentAt }) => ({
      ...{ kind, subject, to: recipient, code, writtenAt: createdAt.toISOString(), sentAt: iso(sentAt) },
    })),
    secretLinks: entry.keys.map(({ createdAt }) => ({ madeAt: createdAt.toISOString() })),
    draft: entry.draft && {
      startedAt: entry.draft.createdAt.toISOString(),
      keptUntil: entry.draft.expiresAt.toISOString(),
      answers: readAnswers(entry.draft.answers),
    },
  }
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null
}

function entryPart(entry: Found) {
  const { reference, story, storyLanguage, displayName, anonymous, email, phrase, needs, country, platform } = entry
  return {
    ...{
      reference,
      status: plainStatus(statusOf(entry.status)),
      statusSince: entry.statusAt.toISOString(),
      submittedAt: entry.submittedAt.toISOString(),
    },
    ...{ displayName, anonymous, email, mailLanguage: entry.locale, phrase, needs, country, story, storyLanguage },
    post: { link: entry.postUrl, knownAs: entry.postCanonical, platform, postedAt: iso(entry.postedAt), words: entry.postText },
  }
}

function surveyPart({ survey }: Found) {
  if (!survey) return null
  const { adult, affiliated, region, binanceUser, themes, tools, othersShown } = survey
  return { adult, affiliated, region, binanceUser, themes, tools, othersShown }
}

/** The result and how it came about; null until it is released. Nobody who read is named, and no score is told. */
function resultPart({ decision, reviews }: Found) {
  const releasedAt = decision?.release?.releasedAt
  if (!releasedAt) return null
  const { outcome, reasons } = decision
  return { outcome, reasons, releasedAt: releasedAt.toISOString(), readOn: reviews.map(({ completedAt }) => iso(completedAt)) }
}

/** What we asked, decided and were told. Decisions that are not out yet are not in it. */
function talkPart(entry: Found) {
  const appeal = entry.appeal && appealView(entry.appeal)
  return {
    questions: entry.questions.map(({ body, askedAt, deadlineAt, answer, answeredAt }) => ({
      ...{ question: body, askedAt: askedAt.toISOString(), answerBy: deadlineAt.toISOString(), answer, answeredAt: iso(answeredAt) },
    })),
    decisions: entry.screenings.map(({ rule, at }) => ({
      outcome: 'ineligible',
      rule: ineligibilityRule(rule ?? ''),
      at: at.toISOString(),
    })),
    appeal: appeal && {
      text: appeal.text,
      sentAt: appeal.sentAt.toISOString(),
      decided: appeal.decided && { upheld: appeal.decided.upheld, reason: appeal.decided.reason, at: appeal.decided.at.toISOString() },
    },
  }
}
