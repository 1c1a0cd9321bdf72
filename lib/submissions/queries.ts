import 'server-only'
import { ineligibilityRule } from '#lib/campaign/ineligibility.ts'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { deriveKey, hashToken } from '#lib/foundation/ids.ts'
import { defaultLocale, localeOf } from '#lib/i18n/locales.ts'
import type { Appeal } from '#prisma/generated/client.ts'
import type { SubmissionGetPayload, SubmissionInclude } from '#prisma/generated/models/Submission.ts'
import { plainStatus, statusOf } from './lifecycle.ts'
import { appealableUntil, canAnswer, canWithdraw, restorableUntil, whyNotEditable } from './policy.ts'
import type { OwnEntry, ReceiptView } from './views.ts'

export type { OwnEntry, OwnQuestion, ReceiptView } from './views.ts'

type ReceiptRow = {
  reference: string
  submitted_at: Date
  locale: string
  region: string | null
  email: string
  hashtag: string
  closes_at: Date | null
  results_at: Date | null
}

/** The receipt of the entry that was sent from this browser's draft, also when the draft itself is gone; null when nothing was sent. */
export async function receiptOf(token: string | undefined): Promise<ReceiptView | null> {
  if (!token) return null
  const entryKey = deriveKey(token, 'entry')
  const [row] = await db.$queryRaw<ReceiptRow[]>`
    /* prepared */
    select s.reference, s.submitted_at, s.locale, a.region, s.email, c.hashtag, c.closes_at, c.results_at
    from entry_key k join submission s on s.id = k.submission_id join campaign c on c.id = s.campaign_id
      left join survey_answers a on a.submission_id = s.id
    where k.key_hash = ${hashToken(entryKey)}`
  if (!row) return null
  return {
    reference: row.reference,
    submittedAt: row.submitted_at,
    locale: localeOf(row.locale) ?? defaultLocale,
    storyOnly: row.region === 'story-only',
    maskedEmail: masked(row.email),
    entryKey,
    campaign: { hashtag: row.hashtag, closesAt: row.closes_at, resultsAt: row.results_at },
  }
}

/** Enough of a mail address for its owner to know it, too little for anybody else. */
function masked(email: string): string {
  const at = email.lastIndexOf('@')
  return at < 1 ? '' : `${email.slice(0, 1)}…${email.slice(at)}`
}

/** The entry that this secret link opens, or null. */
export async function ownEntry(key: string): Promise<OwnEntry | null> {
  const found = await db.entryKey.findUnique({ where: { keyHash: hashToken(key) }, select: { submission: { include: parts } } })
  return found && ownView(found.submission)
}

const parts = {
  survey: true,
  consents: { orderBy: [{ at: 'asc' }, { id: 'asc' }], select: { purpose: true, answer: true } },
  changes: { orderBy: [{ at: 'asc' }, { id: 'asc' }], select: { from: true, to: true, at: true } },
  screenings: {
    where: { outcome: { in: ['ineligible', 'disqualified'] } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 1,
    select: { rule: true },
  },
  questions: { where: { answeredAt: null, lapsedAt: null }, take: 1 },
  appeal: true,
  campaign: { select: { closesAt: true } },
} satisfies SubmissionInclude

function ownView(entry: SubmissionGetPayload<{ include: typeof parts }>): OwnEntry {
  const status = statusOf(entry.status)
  const question = status === 'needs_info' ? entry.questions[0] : undefined
  const rule = plainStatus(status) === 'ineligible' ? ineligibilityRule(entry.screenings[0]?.rule ?? '') : null
  return {
    reference: entry.reference,
    status,
    plainStatus: plainStatus(status),
    statusAt: entry.statusAt,
    history: historyOf(entry.changes),
    submittedAt: entry.submittedAt,
    locale: localeOf(entry.locale) ?? defaultLocale,
    country: entry.country,
    storyOnly: entry.survey?.region === 'story-only',
    post: { url: entry.postCanonical, platform: entry.platform, text: entry.postText },
    story: entry.story,
    storyLanguage: entry.storyLanguage,
    themes: entry.survey?.themes ?? [],
    tools: entry.survey?.tools ?? [],
    othersShown: entry.survey?.othersShown ?? null,
    displayName: entry.displayName,
    anonymous: entry.anonymous,
    maskedEmail: masked(entry.email),
    question: question ? { id: question.id, body: question.body, askedAt: question.askedAt, deadlineAt: question.deadlineAt } : null,
    canAnswer: question ? canAnswer(status, question, now()) : false,
    ineligible: rule ? { rule } : null,
    ...waysOn(entry, now()),
    appeal: entry.appeal && appealView(entry.appeal),
    permissions: Object.fromEntries(entry.consents.map(({ purpose, answer }) => [purpose, answer])),
  }
}

type Ways = Pick<OwnEntry, 'canEdit' | 'canWithdraw' | 'restoreUntil' | 'appealUntil'>

/** What a storyteller can do with their entry at this moment. */
function waysOn(entry: SubmissionGetPayload<{ include: typeof parts }>, at: Date): Ways {
  const status = statusOf(entry.status)
  const last = entry.changes.at(-1)
  const ahead = (until: Date | null | undefined) => (until && at < until ? until : null)
  return {
    canEdit: whyNotEditable(status, entry.campaign, at) === null,
    canWithdraw: canWithdraw(status),
    restoreUntil: ahead(last && restorableUntil(status, { from: last.from === null ? null : statusOf(last.from), at: last.at })),
    appealUntil: entry.appeal ? null : ahead(appealableUntil(status, entry.statusAt)),
  }
}

/** An appeal as its storyteller may see it. */
export function appealView({ at, text, outcome, reason, decidedAt }: Appeal): NonNullable<OwnEntry['appeal']> {
  return { text: text ?? '', sentAt: at, decided: decidedAt && { upheld: outcome === 'upheld', reason: reason ?? '', at: decidedAt } }
}

/** The plain statuses of an entry, oldest first; a change that looks the same to a storyteller is left out. */
export function historyOf(changes: readonly { to: string; at: Date }[]): OwnEntry['history'] {
  const seen = changes.map(({ to, at }) => ({ plainStatus: plainStatus(statusOf(to)), at }))
  return seen.filter((change, index) => change.plainStatus !== seen[index - 1]?.plainStatus)
}
