import type { Theme, TranscriptLine } from '#lib/stories/schema.ts'
import type { HeldOut } from './draft/choose.ts'
import type { Film, Shape } from './engine/film.ts'
import type { AskStep, FilmStep, Standing, StopReason, WaitsFor } from './lifecycle.ts'
import type { NamePlaces } from './naming.ts'
import type { Missing } from './policy.ts'
import type { RenderState } from './render/queries.ts'
import type { ScriptChanges } from './revision-changes.ts'
import type { Problem } from './script/problems.ts'

/** What stopped a film, and when. `reason` only of one that an editor gave up. */
export type Stop = Readonly<{ why: StopReason; at: Date; reason: string | null }>

/** One line of the board. */
export type FilmRow = Readonly<{
  /** Null for a selected entry whose film nobody opened yet. */
  id: string | null
  reference: string
  /** Null before there is a script. */
  title: string | null
  language: string
  step: FilmStep
  waitsFor: WaitsFor
  since: Date
  /** Nothing is done on it and nothing of it is public while this is there. */
  stopped: Stop | null
  render: Readonly<{ state: RenderState['state']; percent: number; shape: Shape }> | null
  releaseAt: Date | null
}>

export type FilmRevisionLine = Readonly<{
  number: number
  kind: 'draft' | 'saved' | 'autosaved' | 'restored'
  restoredFrom: number | null
  who: string
  at: Date
  problems: number
}>

/** A revision in the list; `changes` to the one before, null for the first. */
export type ListedRevision = Readonly<{ line: FilmRevisionLine; changes: ScriptChanges | null }>

export type RevisionWithScript = Readonly<{ line: FilmRevisionLine; script: Film }>
/** Two revisions, the earlier first, with what differs. */
export type ComparedRevisions = Readonly<{
  first: RevisionWithScript
  second: RevisionWithScript
  changes: ScriptChanges
  /** The revision that was asked for shows a name its storyteller does not let us publish. */
  showsHeldName: boolean
}>

/** A question to the storyteller as staff see it. */
export type FilmAskLine = Readonly<{
  step: AskStep
  number: number
  askedAt: Date
  answer: 'yes' | 'change' | null
  /** What to change, in the storyteller's words. */
  words: string | null
  answeredAt: Date | null
  /** It is about exactly what would be shown now. */
  matches: boolean
  /** It is the yes that counts now: about exactly this, and nothing else was said since. */
  holds: boolean
  /** Their answer to it is what the film waits for. */
  waits: boolean
  superseded: boolean
}>

/** A film that was made elsewhere. `film` and `poster` are addresses of the media store's files. */
export type OutsideFilm = Readonly<{
  seconds: number
  film: OutsideFile
  poster: OutsideFile | null
}>
export type OutsideFile = Readonly<{ path: string; sha256: string; bytes: number; type: string; width: number; height: number }>

/** What was written for one language of it. */
export type OutsideTrack = Readonly<{ language: string; captions: string; transcript: readonly TranscriptLine[] }>

/** A film on the desk. */
export type FilmDesk = Readonly<{
  id: string
  reference: string
  /** The revision that is shown: what a save has to name. */
  version: number
  script: Film
  problems: readonly Problem[]
  heldOut: readonly HeldOut[]
  /** The texts excerpts are taken from. */
  story: string
  postText: string | null
  theme: Theme
  /** What was said about the film: 'ask' means: if selected, ask me; the storyboard asks. */
  permission: Readonly<{ answer: 'yes' | 'ask' | 'no'; since: Date }>
  stopped: Stop | null
  standing: Standing
  /** The newest first. */
  revisions: readonly FilmRevisionLine[]
  /** The newest first. */
  asks: readonly FilmAskLine[]
  /** The last of each shape; `isCurrent`: made of what would be shown now. */
  renders: readonly (RenderState & Readonly<{ isCurrent: boolean }>)[]
  outside: (OutsideFilm & Readonly<{ at: Date; tracks: readonly OutsideTrack[] }>) | null
  /** Every language that has captions, and of which of them some scenes lack theirs. */
  languages: readonly Readonly<{ language: string; scenesWithout: readonly string[] }>[]
  /** Where a name stands that may not be published: it is taken out before anything goes on. */
  nameIn: NamePlaces | null
  /** What keeps it from being published. */
  missing: readonly Missing[]
  publication: Readonly<{ id: string; slug: string; releaseAt: Date | null; unpublishedAt: Date | null }> | null
}>
