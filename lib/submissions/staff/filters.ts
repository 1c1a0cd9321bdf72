import { countryCodes } from '#lib/campaign/countries.ts'
import { readReference } from '#lib/foundation/ids.ts'
import { type Status, statuses } from '../lifecycle.ts'
import { type PostPlatform, postPlatforms } from '../post-url.ts'
import { type Theme, themes } from '../schema.ts'

export const regions = ['open', 'story-only'] as const
export type Region = (typeof regions)[number]

/** What staff look for. A search for one entry or one address looks through all entries, whatever the rest says. */
export type EntryFilters = Readonly<{
  search: { reference: string } | { email: string } | { unreadable: string } | null
  /** Null: any. */
  status: Status | null
  theme: Theme | null
  language: string | null
  platform: PostPlatform | null
  region: Region | null
  country: string | null
}>

/** A place in the list, newest first: the entries after this one (older) or before it (newer). */
export type ListPlace = Readonly<{ older: string } | { newer: string }> | null

export type Query = Readonly<Record<string, string | string[] | undefined>>

const languageTag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i

/** Filters as an address carries them. What it does not know counts as not asked for; without a status, entries that wait for screening are meant. */
export function readFilters(query: Query): EntryFilters {
  const first = (name: string) => [query[name]].flat()[0]?.trim() ?? ''
  const status = first('status')
  const language = first('language')
  return {
    search: readSearch(first('q').slice(0, 300)),
    status: status === 'all' ? null : (oneOf(statuses, status) ?? 'submitted'),
    theme: oneOf(themes, first('theme')),
    language: languageTag.test(language) && language.length <= 35 ? language : null,
    platform: oneOf(postPlatforms, first('platform')),
    region: oneOf(regions, first('region')),
    country: oneOf(countryCodes, first('country').toUpperCase()),
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
  const { status, theme, language, platform, region, country } = filters
  const wanted = { status: status ?? 'all', theme, language, platform, region, country, ...place }
  const entries = Object.entries(wanted).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return `/staff/submissions?${new URLSearchParams(entries)}`
}

function readSearch(typed: string): EntryFilters['search'] {
  if (typed === '') return null
  const reference = readReference(typed) ?? readReference(`HB${typed}`)
  if (reference) return { reference }
  return typed.includes('@') ? { email: typed } : { unreadable: typed }
}

function oneOf<const T extends readonly string[]>(known: T, typed: string): T[number] | null {
  return known.find((one) => one === typed) ?? null
}
