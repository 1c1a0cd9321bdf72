import { type Theme, themes } from '#lib/submissions/schema.ts'
import type { OrderedBy } from '../statistics/order.ts'
import { type Outcome, outcomes } from './schema.ts'
import type { Candidate, TotalLine } from './views.ts'

export const decisionFilters = ['undecided', ...outcomes] as const
export const standingFilters = ['ready', 'short', 'flag'] as const

/** What of the candidates is shown. */
export type LabFilters = Readonly<{
  theme: Theme | null
  language: string | null
  decision: (typeof decisionFilters)[number] | null
  /** ready: could be selected; short: lacks reviews or an independent reader; flag: has an open safety flag */
  standing: (typeof standingFilters)[number] | null
  by: OrderedBy
  /** Where the cut is; null: as many as are selected so far. */
  places: number | null
  page: number
}>
export type Query = Readonly<Record<string, string | string[] | undefined>>

export const candidatesOnPage = 25
export const placesUsual = 10
const languageTag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i

/** Filters as an address carries them; what it does not know counts as not asked for. */
export function readLabFilters(query: Query): LabFilters {
  const first = (name: string) => [query[name]].flat()[0]?.trim() ?? ''
  const number = (name: string, most: number) => (/^\d{1,5}$/.test(first(name)) ? Math.min(most, Math.max(1, Number(first(name)))) : null)
  const language = first('language')
  return {
    theme: themes.find((known) => known === first('theme')) ?? null,
    language: languageTag.test(language) && language.length <= 35 ? language : null,
    decision: decisionFilters.find((known) => known === first('decision')) ?? null,
    standing: standingFilters.find((known) => known === first('standing')) ?? null,
    by: first('by') === 'raw' ? 'raw' : 'normalised',
    places: number('places', 1000),
    page: number('page', 10_000) ?? 1,
  }
}

/** The address of the page with these filters, on this page of them. */
export function labAddress(filters: LabFilters, page: number): string {
  const { theme, language, decision, standing, by, places } = filters
  const wanted = { theme, language, decision, standing, by: by === 'raw' ? by : null, places, page: page > 1 ? page : null }
  const entries = Object.entries(wanted).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)] as [string, string]]))
  return entries.length > 0 ? `/staff/selection?${new URLSearchParams(entries)}` : '/staff/selection'
}

/** The candidates these filters leave, in the order they ask for. */
export function filtered(candidates: readonly Candidate[], filters: LabFilters): readonly Candidate[] {
  const { theme, language, decision, standing, by } = filters
  const left = candidates.filter(
    (one) =>
      (!theme || one.themes.includes(theme)) &&
      (!language || one.language === language) &&
      (!decision || (one.decision?.outcome ?? 'undecided') === decision) &&
      (!standing || standingsOf(one).includes(standing)),
  )
  return by === 'raw' ? [...left].sort((a, b) => a.rawPlace - b.rawPlace) : left
}

function standingsOf({ lacks }: Candidate): readonly (typeof standingFilters)[number][] {
  if (lacks.length === 0) return ['ready']
  return [...(lacks.includes('flag') ? (['flag'] as const) : []), ...(lacks.some((lack) => lack !== 'flag') ? (['short'] as const) : [])]
}

/** How many entries there are under each key, and how many of them are to be selected or held in reserve; the largest first. */
export function totalsBy(candidates: readonly Candidate[], keysOf: (candidate: Candidate) => readonly string[]): readonly TotalLine[] {
  const totals = new Map<string, { all: number; selected: number; reserve: number }>()
  for (const candidate of candidates) {
    for (const key of keysOf(candidate)) {
      const total = totals.get(key) ?? { all: 0, selected: 0, reserve: 0 }
      total.all += 1
      if (candidate.decision?.outcome === 'selected') total.selected += 1
      if (candidate.decision?.outcome === 'reserve') total.reserve += 1
      totals.set(key, total)
    }
  }
  return [...totals].map(([key, total]) => ({ key, ...total })).sort((a, b) => b.all - a.all || (a.key < b.key ? -1 : 1))
}

/** How many candidates have each outcome, and how many none. */
export function decidedCounts(candidates: readonly Candidate[]): Readonly<Record<Outcome | 'undecided', number>> {
  const counts = { selected: 0, reserve: 0, not_selected: 0, undecided: 0 }
  for (const { decision } of candidates) counts[decision?.outcome ?? 'undecided'] += 1
  return counts
}
