import type { Status } from '../lifecycle.ts'

/** One line of the list: what is needed to choose, nothing about the person. `country` only for who may see persons. */
export type EntryLine = Readonly<{
  reference: string
  status: Status
  submittedAt: Date
  themes: readonly string[]
  language: string
  platform: string
  region: string | null
  country: string | null
}>
export type EntryPage = Readonly<{ lines: readonly EntryLine[]; newer: string | null; older: string | null }>

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

/** One entry as staff screen it. `person` is null for who may not see who it is; what storytellers keep to themselves (their phrase) is never in it. */
export type EntryForStaff = Readonly<{
  id: string
  reference: string
  version: number
  status: Status
  statusAt: Date
  submittedAt: Date
  post: Readonly<{ url: string | null; platform: string; postedAt: Date | null; soft: boolean; text: string | null }>
  story: string
  storyLanguage: string
  survey: Readonly<{ themes: readonly string[]; tools: readonly string[]; binanceUser: string; othersShown: string; region: string }> | null
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
