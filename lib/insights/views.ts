import type { Forecast } from './forecast.ts'
import type { ShownCell } from './suppress.ts'

/** What entries are counted by. */
export type Group = 'language' | 'theme' | 'platform' | 'region'

/** How one reviewer gets on. */
export type ReviewerProgress = Readonly<{ id: string; name: string; done: number; left: number }>

export type Insights = Readonly<{
  /** Entries in all; null below five. */
  total: number | null
  funnel: readonly ShownCell[]
  funnelLocales: readonly ShownCell[]
  days: readonly ShownCell[]
  by: Readonly<Record<Group, readonly ShownCell[]>>
  reading: Readonly<{ assigned: number; done: number }>
  forecast: Forecast | null
  /** Null for who may not see how single people get on. */
  reviewers: readonly ReviewerProgress[] | null
}>
