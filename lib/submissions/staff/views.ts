import type { Status } from '../lifecycle.ts'

/**
 * One line of the list: what is needed to choose, nothing about the person. Of a `blind` line, whatever tells about the post is null; `country`
 * only for who may see persons, `reads` (how many have read it) only for who assigns reading.
 */
export type EntryLine = Readonly<{
  reference: string
  version: number
  status: Status
  submittedAt: Date
  themes: readonly string[]
  language: string
  blind: boolean
  platform: string | null
  region: string | null
  check: string | null
  country: string | null
  /** Assigned to whoever looks. */
  mine: boolean
  reads: number | null
}>
/** `total` is how many entries fit in all, up to one more than `foundMost`; null on later pages, and for a search, which nobody counts. */
export type EntryPage = Readonly<{ lines: readonly EntryLine[]; newer: string | null; older: string | null; total: number | null }>

/** Of entries that fit, more than these are "more than". */
export const foundMost = 500

/** How one of the entries that were ticked stands now. `by` is null for the storyteller and the clock. */
export type BulkLine = Readonly<{ reference: string; status: Status; at: Date; by: string | null; isMine: boolean }>

/** A view of the list that somebody gave a name: the query of its address. */
export type SavedView = Readonly<{ id: string; name: string; query: string }>
export const viewNameMost = 60

/** Counted no further than this: beyond it the exact number helps nobody and costs time. */
export const countedMost = 1000

export type Waiting = Readonly<{
  submitted: number
  needsInfo: number
  eligible: number
  /** Questions whose deadline passed without an answer. */
  overdue: number
  oldestSubmittedAt: Date | null
}>

/** What can have happened to an entry while somebody looked at it, as the record calls it. */
export const entryChanges = [
  'submission.edited',
  'submission.withdrawn',
  'submission.restored',
  'submission.found-eligible',
  'submission.found-ineligible',
  'submission.disqualified',
  'submission.questioned',
  'submission.answered',
  'submission.erased',
  'appeal.received',
  'appeal.upheld',
  'consent.changed',
] as const

/** The last line of the record about an entry; `by` is null for the storyteller, and for the clock. */
export type LastChange = Readonly<{ action: string; at: Date; by: string | null; byClock: boolean }>

/** What of an entry tells nothing about who wrote it. */
export type EntryOutline = Readonly<{
  id: string
  reference: string
  version: number
  status: Status
  submittedAt: Date
  /** Oldest first. */
  changes: readonly Readonly<{ to: Status; at: Date }>[]
  lastChange: LastChange | null
}>

/** One entry as staff screen it. `person` is null for who may not see who it is; what storytellers keep to themselves (their phrase) is never in it. */
export type EntryForStaff = Readonly<{
  id: string
  reference: string
  version: number
  status: Status
  statusAt: Date
  submittedAt: Date
  post: Readonly<{ url: string | null; platform: string; postedAt: Date | null; soft: boolean; contested: boolean; text: string | null }>
  story: string
  storyLanguage: string
  survey: Readonly<{ themes: readonly string[]; tools: readonly string[]; binanceUser: string; othersShown: string; region: string }> | null
  lastChange: LastChange | null
  /** The latest answer to each purpose. */
  permissions: readonly Readonly<{ purpose: string; answer: string; at: Date; rulesVersion: number | null }>[]
  /** Oldest first; `by` is null for the storyteller, and for the clock when a time ran out. */
  changes: readonly Readonly<{ to: Status; at: Date; by: string | null; byClock: boolean }>[]
  screenings: readonly Readonly<{ outcome: string; rule: string | null; note: string | null; at: Date; by: string | null }>[]
  questions: readonly Readonly<{
    body: string
    askedAt: Date
    deadlineAt: Date
    answer: string | null
    answeredAt: Date | null
    by: string
  }>[]
  person: Readonly<{ displayName: string; anonymous: boolean; email: string; country: string; needs: string | null }> | null
}>
