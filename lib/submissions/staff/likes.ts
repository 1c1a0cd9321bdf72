import type { Status } from '../lifecycle.ts'

/** Why two entries may be of one person, the surest first. */
export const samePersonReasons = ['post', 'mail', 'mail-spelling', 'author'] as const
export type SamePersonReason = (typeof samePersonReasons)[number]

type Other = Readonly<{ reference: string; status: Status }>

/** Entries like one entry: hints for staff, never a verdict. The most alike come first. */
export type EntryLikes = Readonly<{
  texts: readonly (Other & Readonly<{ percent: number }>)[]
  people: readonly (Other & Readonly<{ because: readonly SamePersonReason[] }>)[]
}>
