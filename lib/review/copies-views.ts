import type { Finding } from './blind.ts'
import type { CopyState } from './lifecycle.ts'

/** The copy of one entry as staff make it. `work` is null until this person begins: it shows who wrote the entry. */
export type CopyDesk = Readonly<{
  reference: string
  state: CopyState
  /** This person is, or was, asked to read the entry: they never see more of it here. */
  isReader: boolean
  work: CopyWork | null
}>

type Texts<T> = Readonly<{ story: T; postText: T }>

/** `found` counts code units of the entry's words; `stillFound` those of the newest copy. */
export type CopyWork = Readonly<{
  version: number
  language: string
  entry: Readonly<{ story: string; postText: string | null }>
  found: Texts<readonly Finding[]>
  stillFound: Texts<readonly Finding[]>
  newest: MadeCopy | null
}>

export type MadeCopy = Readonly<{
  number: number
  story: string
  postText: string | null
  outdated: boolean
  madeBy: string
  madeAt: Date
  approvedBy: string | null
  approvedAt: Date | null
}>

/** An entry whose copy is to be made or approved. */
export type CopyLine = Readonly<{ reference: string; language: string; state: CopyState }>
export type CopyList = Readonly<{ lines: readonly CopyLine[]; count: number }>
