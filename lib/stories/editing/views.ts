import type { Kind, Theme } from '../schema.ts'
import type { LanguageState, Missing } from './checks.ts'
import type { StoryContent } from './content.ts'

export type DeskState = 'draft' | 'scheduled' | 'out' | 'unpublished'

/** A story in the editors' list. */
export type DeskLine = Readonly<{
  id: string
  slug: string
  week: number
  kind: Kind
  theme: Theme
  /** Its English title as it stands on the desk; null while it has none. */
  title: string | null
  state: DeskState
  releaseAt: Date | null
  /** There is a revision after the public one. */
  hasNews: boolean
  missing: readonly Missing[]
  languages: readonly LanguageState[]
}>

export type RevisionLine = Readonly<{
  number: number
  kind: 'published' | 'saved' | 'autosaved' | 'restored'
  restoredFrom: number | null
  note: string | null
  who: string | null
  at: Date
}>

/** One story on the desk. */
export type DeskStory = Omit<DeskLine, 'title'> &
  Readonly<{
    version: number
    head: number
    publicNumber: number | null
    unpublishedAt: Date | null
    tellerReleased: boolean
    /** The film that became this story, on whose desk its words are changed; null for any other story. */
    filmId: string | null
    content: StoryContent
    revisions: readonly RevisionLine[]
  }>
