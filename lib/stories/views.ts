import type { Locale } from '#lib/i18n/locales.ts'
import type { Kind, Theme, TrackKind, TranscriptLine } from './schema.ts'

/** What may be known of a week whose film is not out: nothing but when. */
export type ScheduledWeek = Readonly<{ week: number; releaseAt: Date }>

/** A released story in a list. `lang` says which language its words are in: English where there is no translation. */
export type StoryCard = Readonly<{
  slug: string
  week: number
  kind: Kind
  theme: Theme
  releaseAt: Date
  durationSeconds: number
  lang: Locale
  title: string
  summary: string
  pictureText: string
  storyteller: Readonly<{ name: string; age: number | null; place: string | null }> | null
  /** Languages with captions. */
  captions: readonly Locale[]
  /** The still picture its editor chose, wide where there is a wide one. */
  poster: StoryFileView | null
}>

export type StoryFileView = Readonly<{
  role: 'film' | 'poster'
  shape: 'wide' | 'portrait'
  path: string
  mediaType: string
  width: number
  height: number
  bytes: number
}>

/** A released story with all its page needs. */
export type StoryView = StoryCard &
  Readonly<{
    dir: 'ltr' | 'rtl'
    transcript: readonly TranscriptLine[]
    files: readonly StoryFileView[]
    tracks: readonly Readonly<{ kind: TrackKind; language: Locale }>[]
    previous: StoryCard | null
    next: StoryCard | null
    /** Only of a version that staff look at before it is out: where its tracks are, and its number. */
    preview?: Readonly<{ tracks: string; number: number }>
  }>
