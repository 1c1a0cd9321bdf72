import type { BadgeKey } from './badges.ts'
import type { Person, Topic } from './filters.ts'
import type { EraId, Placement } from './schema.ts'

/** Words for a reader. `lang` is set only where they are not in the reader's language. */
export type Words = Readonly<{ text: string; lang: 'en' | null }>

export type DateView = Readonly<{ label: string; machine: string | null }>

export type SourceView = Readonly<{
  id: string
  title: string
  titleLang: 'en' | 'zh'
  publisher: string
  date: string | null
  url: string | null
}>

/** What was corrected in an entry since visitors first saw it. */
export type CorrectionView = Readonly<{ date: string; machine: string; why: Words }>

/** One entry as a visitor may see it. `fromPost` is false for what the post leaves out; `placement` is the part of the page that holds it. */
export type EntryView = Readonly<{
  id: string
  placement: Placement
  eraId: EraId
  title: Words
  record: Words
  saysPost: Words | null
  note: Words | null
  date: DateView | null
  badge: BadgeKey
  fromPost: boolean
  people: readonly Person[]
  topics: readonly Topic[]
  sources: readonly SourceView[]
  checkedOn: string | null
  /** Oldest first. */
  corrections: readonly CorrectionView[]
}>

export type EraView = Readonly<{
  id: EraId
  name: Words
  intro: Words
  introSources: readonly SourceView[]
  entries: readonly EntryView[]
}>

/** Where something a visitor may see stands: `path` without its language. */
export type ShownPlace = Readonly<{ id: string; title: Words; path: string }>

/** One row of the table. `entryId` leads to the entry that tells the same at length, if it is shown. */
export type FactView = Readonly<{
  id: string
  title: Words
  record: Words
  saysPost: Words | null
  badge: BadgeKey
  sourcesDisagree: boolean
  sources: readonly SourceView[]
  corrections: readonly CorrectionView[]
  entryId: string | null
}>

/** One founder, beside the timeline. `seeAlso` names entries of the timeline. */
export type ProfileView = Readonly<{
  person: Person
  entries: readonly EntryView[]
  seeAlso: readonly Pick<EntryView, 'id' | 'title' | 'date'>[]
}>
