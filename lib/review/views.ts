import type { ReadingState } from './lifecycle.ts'
import type { ReviewFlag, RubricView, ScoresSoFar } from './schema.ts'

/**
 * An entry as its reviewer reads it. It has no name, handle, link, network, country, address, date, reference or id of the entry, and no
 * score of anybody else: whatever is added here reaches people who must not know who wrote it.
 */
export type EntryForReviewer = Readonly<{
  assignmentId: string
  copyId: string
  story: string
  postText: string | null
  language: string
  themes: readonly string[]
  tools: readonly string[]
  othersShown: string | null
  rubric: RubricView
  own: OwnReview | null
}>

/** What this reviewer has written so far. */
export type OwnReview = Readonly<{
  scores: ScoresSoFar
  confidence: number | null
  flags: readonly ReviewFlag[]
  note: string | null
  savedAt: Date
  completedAt: Date | null
}>

/** One line of a reading list. `begins` is how the copy begins. */
export type ReadingLine = Readonly<{
  assignmentId: string
  begins: string
  language: string
  themes: readonly string[]
  state: ReadingState
  savedAt: Date | null
}>

/** What one reviewer was asked to read: first what is left, in the order to read it, then what is done, latest first. */
export type ReadingList = Readonly<{ left: readonly ReadingLine[]; leftCount: number; done: readonly ReadingLine[]; doneCount: number }>

/** Where one entry stands on the list of what is left (from 1; null once it is done), and its neighbours there. */
export type ReadingPlace = Readonly<{ place: number | null; left: number; previous: string | null; next: string | null }>

/** Somebody who can be asked to read, with what they have left and have done. */
export type ReviewerLine = Readonly<{
  id: string
  name: string
  independent: boolean
  languages: readonly string[]
  /** Reads only when asked by hand. */
  isAdmin: boolean
  left: number
  done: number
}>
