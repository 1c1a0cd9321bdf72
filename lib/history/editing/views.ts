import type { Locale } from '#lib/i18n/locales.ts'
import type { BadgeKey } from '../badges.ts'
import type { ReportState } from '../report.ts'
import type { EraId, Placement, Publishing } from '../schema.ts'
import type { ClaimContent, PartName } from './content.ts'
import type { Fault, Lack } from './rules.ts'

/** One line of the list. */
export type DeskLine = Readonly<{
  id: string
  /** Our heading, or the post's claim where nobody has written about it yet. */
  title: string
  eraId: EraId
  badge: BadgeKey
  publish: Publishing
  placement: Placement
  standing: 'shown' | 'lacking' | 'kept-back' | 'taken-down'
  reviewed: boolean
  openReports: number
  /** Languages that lack what the English has. */
  untranslated: readonly Locale[]
}>

export type RevisionLine = Readonly<{ number: number; part: PartName; who: string; at: Date; reason: string; told: boolean }>

/** One entry at the desk. */
export type DeskClaim = DeskLine &
  Readonly<{
    origin: 'post' | 'context'
    version: number
    publishReason: string | null
    sameAsId: string | null
    content: ClaimContent
    lacks: readonly Lack[]
    faults: readonly Fault[]
    revisions: readonly RevisionLine[]
    reports: readonly ReportLine[]
  }>

export type RevisionView = RevisionLine &
  Readonly<{ before: string; after: string; toldReaders: readonly Readonly<{ locale: Locale; why: string }>[] }>

export type ReportLine = Readonly<{ id: string; what: string; at: Date; state: ReportState; claimId: string | null; title: string | null }>

/** A report for who deals with it: whether there is an address to answer to, and never the address. */
export type ReportView = ReportLine &
  Readonly<{
    version: number
    locale: Locale
    sourceUrl: string | null
    canBeAnswered: boolean
    note: string | null
    answer: string | null
    endedAt: Date | null
    endedBy: string | null
  }>
