import { countryCodes } from '#lib/campaign/countries.ts'
import type { Place } from '#lib/foundation/keyset.ts'
import { readReference } from '#lib/foundation/reference.ts'
import { type Status, statuses } from '../lifecycle.ts'
import { type PostCheckOutcome, postCheckOutcomes } from '../post-checks/view.ts'
import { type PostPlatform, postPlatforms } from '../post-url.ts'
import { type Theme, themes } from '../schema.ts'

export const regions = ['open', 'story-only'] as const
export type Region = (typeof regions)[number]

/** How the last check of a post ended; `none` when none has ended yet. */
export const checkFilters = [...postCheckOutcomes, 'none'] as const satisfies readonly (PostCheckOutcome | 'none')[]
export type CheckFilter = (typeof checkFilters)[number]

/** `open`: a worry about somebody's safety that nobody has settled; the others were raised by a reviewer. */
export const flagFilters = ['open', 'financial-promise', 'safety', 'others-shown', 'doubtful', 'language'] as const
export type FlagFilter = (typeof flagFilters)[number]

export const lanes = ['main', 'spam'] as const
export type Lane = (typeof lanes)[number]

/** One entry by its reference, some by the beginning of it, or those that hold what was typed. */
export type Search = { reference: string } | { beginning: string } | { typed: string; isMail: boolean }

/** What staff look for. A search for references or an address looks through all entries, whatever the rest says; one for words through the rest. */
export type EntryFilters = Readonly<{
  search: Readonly<Search> | null
  /** Null: any. */
  status: Status | null
  theme: Theme | null
  language: string | null
  platform: PostPlatform | null
  region: Region | null
  country: string | null
  /** Only what is assigned to whoever asks. */
  mine: boolean
  check: CheckFilter | null
  flag: FlagFilter | null
  lane: Lane
}>

/** A place in the list, newest first: the entries after this one (older) or before it (newer). */
export type ListPlace = Place<string>

export type Query = Readonly<Record<string, string | string[] | undefined>>

const languageTag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i
const searchMost = 200

/** Filters as an address carries them. What it does not know counts as not asked for; without a status, entries that wait for screening are meant. */
export function readFilters(query: Query): EntryFilters {
  // No text of the database can hold a NUL, nor be looked for with one.
  const first = (name: string) => [query[name]].flat()[0]?.replaceAll('\0', '').trim() ?? ''
  const status = first('status')
  const language = first('language')
  return {
    search: readSearch(first('q').slice(0, searchMost)),
    status: status === 'all' ? null : (oneOf(statuses, status) ?? 'submitted'),
    theme: oneOf(themes, first('theme')),
    language: languageTag.test(language) && language.length <= 35 ? language : null,
    platform: oneOf(postPlatforms, first('platform')),
    region: oneOf(regions, first('region')),
    country: oneOf(countryCodes, first('country').toUpperCase()),
    mine: first('assigned') === 'me',
    check: oneOf(checkFilters, first('check')),
    flag: oneOf(flagFilters, first('flag')),
    lane: oneOf(lanes, first('lane')) ?? 'main',
  }
}

/** Where in the list an address stands: the reference after `older` or `newer`, else the newest entries. */
export function readPlace(query: Query): ListPlace {
  const reference = (name: string) => readReference([query[name]].flat()[0] ?? '')
  const [older, newer] = [reference('older'), reference('newer')]
  if (older) return { older }
  return newer ? { newer } : null
}

/** The address of a list with these filters at this place. */
export function listAddress(filters: EntryFilters, place: ListPlace): string {
  return `/staff/submissions?${listQuery(filters, place)}`
}

/** The query of that address, each filter once and in a fixed order. */
export function listQuery(filters: EntryFilters, place: ListPlace = null): string {
  const { search, status, mine, lane, theme, language, platform, region, country, check, flag } = filters
  const wanted = {
    ...{ q: search && typedSearch(search), status: status ?? 'all', theme, language, platform, region, country, check, flag },
    ...{ assigned: mine ? 'me' : null, lane: lane === 'main' ? null : lane, ...place },
  }
  const entries = Object.entries(wanted).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return new URLSearchParams(entries).toString()
}

/** Filters read from the query of an address. */
export function filtersOf(query: string): EntryFilters {
  return readFilters(Object.fromEntries(new URLSearchParams(query)))
}

/** A search as it was typed. */
export function typedSearch(search: Readonly<Search>): string {
  if ('reference' in search) return search.reference
  return 'beginning' in search ? search.beginning : search.typed
}

const letters = '[2-9A-HJKMNP-TV-Z]'
const withPrefix = new RegExp(`^HB[- ]?(${letters}{2,4})(?:[- ]?(${letters}{0,4}))$`, 'i')
const withoutPrefix = new RegExp(`^${letters}{4}[- ]${letters}{4}$`, 'i')

/** References are told from words by how they begin; without their beginning only whole ones are. */
function readSearch(typed: string): EntryFilters['search'] {
  if (typed === '') return null
  const whole = readReference(typed) ?? (withoutPrefix.test(typed) ? readReference(`HB${typed}`) : null)
  if (whole) return { reference: whole }
  const part = withPrefix.exec(typed)
  if (part?.[1]) return { beginning: `HB-${part[1]}${part[2] ? `-${part[2]}` : ''}`.toUpperCase() }
  return { typed, isMail: typed.includes('@') }
}

function oneOf<const T extends readonly string[]>(known: T, typed: string): T[number] | null {
  return known.find((one) => one === typed) ?? null
}
