import type { Status } from '#lib/submissions/lifecycle.ts'
import type { ReviewerFigures } from '../statistics/reviewers.ts'
import type { EntryScore, Scales } from '../statistics/scores.ts'
import type { BasisChange } from './basis.ts'
import type { Lack, Outcome, ReasonTag } from './schema.ts'

/** One entry among those that can be chosen. */
export type Candidate = EntryScore &
  Readonly<{
    reference: string
    status: Status
    language: string
    themes: readonly string[]
    country: string
    region: string | null
    /** Places in the two orders, 1 is first. */
    place: number
    rawPlace: number
    /** How often it is among the first when reviews are drawn anew, 0 to 1; null when nobody has read it, or no entry was read twice. */
    chance: number | null
    openFlags: number
    decision: Readonly<{ outcome: Outcome; reserveOrder: number | null }> | null
    /** What it lacks to be selected. */
    lacks: readonly Lack[]
  }>

export type ReaderFigures = ReviewerFigures & Readonly<{ name: string; independent: boolean }>

/** Everything there is to know while choosing. `candidates` are in normalised order. */
export type Lab = Readonly<{
  candidates: readonly Candidate[]
  places: number
  unsure: Readonly<{ from: number; to: number }> | null
  /** How often reviews were drawn anew; 0 when no entry was read twice. */
  resamples: number
  entering: readonly Candidate[]
  leaving: readonly Candidate[]
  moved: number
  readers: readonly ReaderFigures[]
  scales: Scales
  /** What lots are drawn from: the fingerprint of the first rules. */
  seed: string
}>

export type TotalLine = Readonly<{ key: string; all: number; selected: number; reserve: number }>

/** One completed review as admins read it while deciding. */
export type ReviewForDecision = Readonly<{
  reader: string
  independent: boolean
  completedAt: Date
  total: number
  normalised: number
  scores: readonly Readonly<{ criterion: string; score: number }>[]
  confidence: number | null
  flags: readonly string[]
  note: string | null
}>

/** One entry on the page where it is decided. */
export type CandidateInFull = Candidate &
  Readonly<{
    /** The copy that reviewers read; null when none was approved. */
    copy: string | null
    reviews: readonly ReviewForDecision[]
    /** The name of each criterion, in the order of the form. */
    criteria: readonly Readonly<{ key: string; name: string }>[]
    reasons: readonly ReasonTag[]
    note: string | null
    decidedBy: string | null
    decidedAt: Date | null
    /** Names this state of the decision; goes back with the form. */
    seen: string
    previous: string | null
    next: string | null
    of: number
  }>

/** A proposal to release the results, or the release itself. Number 1 are the results, further ones answer who came after them. */
export type ReleaseView = Readonly<{
  id: string
  number: number
  fingerprint: string
  proposedBy: string
  isOwnProposal: boolean
  proposedAt: Date
  confirmedBy: string | null
  releasedAt: Date | null
  /** Every decision and every score behind it is still what it was when this was proposed. */
  isUnchanged: boolean
  /** Of a proposal: what is not. */
  changes: readonly BasisChange[]
}>

/** What was released, oldest first, and the proposal that stands beside it. */
export type Releases = Readonly<{ released: readonly ReleaseView[]; proposal: ReleaseView | null }>

/** What a storyteller may know about how their entry was read and decided. */
export type ReviewReceipt = Readonly<{
  readBy: number
  independent: number
  /** The days on which somebody finished reading, oldest first; midnight UTC. */
  readOn: readonly Date[]
  outcome: Outcome
  reserveOrder: number | null
  reasons: readonly ReasonTag[]
  releasedAt: Date
  /** When a reserve became selected; null otherwise. */
  movedUpAt: Date | null
}>
