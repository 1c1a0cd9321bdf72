import type { IneligibilityRule } from '#lib/campaign/ineligibility.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import type { Purpose } from './consent.ts'
import type { PlainStatus, Status } from './lifecycle.ts'

export type ReceiptView = Readonly<{
  reference: string
  submittedAt: Date
  /** The language mails are written in. */
  locale: Locale
  storyOnly: boolean
  /** "n…@example.com" */
  maskedEmail: string
  entryKey: string
  /** What it says of the contest as it stands now; null dates are not announced yet. */
  campaign: Readonly<{ hashtag: string; closesAt: Date | null; resultsAt: Date | null }>
}>

export type OwnQuestion = Readonly<{ id: string; body: string; askedAt: Date; deadlineAt: Date }>

export type OwnAppeal = Readonly<{ text: string; sentAt: Date; decided: Readonly<{ upheld: boolean; reason: string; at: Date }> | null }>

/** One entry as its storyteller may see it: nothing that only staff know, no status early. */
export type OwnEntry = Readonly<{
  reference: string
  status: Status
  plainStatus: PlainStatus
  statusAt: Date
  /** Oldest first; a change that looks the same to a storyteller is left out. */
  history: readonly Readonly<{ plainStatus: PlainStatus; at: Date }>[]
  submittedAt: Date
  locale: Locale
  country: string
  storyOnly: boolean
  post: Readonly<{ url: string; platform: string; text: string | null }>
  story: string
  storyLanguage: string
  themes: readonly string[]
  tools: readonly string[]
  othersShown: string | null
  displayName: string
  anonymous: boolean
  maskedEmail: string
  /** The question that waits for an answer, also when its deadline has passed. */
  question: OwnQuestion | null
  canAnswer: boolean
  ineligible: Readonly<{ rule: IneligibilityRule }> | null
  canEdit: boolean
  canWithdraw: boolean
  /** Until when a withdrawn entry can come back; null when it cannot, or not any more. */
  restoreUntil: Date | null
  /** Until when the decision can be appealed; null when it cannot, not any more, or was. */
  appealUntil: Date | null
  appeal: OwnAppeal | null
  /** The latest answer to each purpose. */
  permissions: Readonly<Partial<Record<Purpose, string>>>
}>
