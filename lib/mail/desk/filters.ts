import type { Place } from '#lib/foundation/keyset.ts'
import { readReference } from '#lib/foundation/reference.ts'
import { type LetterState, letterStates } from './views.ts'

/** What staff look for among the letters. */
export type MailFilters = Readonly<{
  search: { recipient: string } | { reference: string } | { code: string } | { unreadable: string } | null
  /** Null: any. */
  state: LetterState | null
  kind: string | null
}>

/** A place in the list, newest first: the letters after this one (older) or before it (newer), by id. */
export type MailPlace = Place<string>

type Query = Readonly<Record<string, string | string[] | undefined>>

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A letter's id as an address carries it, or null. */
export function readMailId(typed: string | undefined): string | null {
  const id = typed?.toLowerCase() ?? ''
  return uuid.test(id) ? id : null
}

/** Filters as an address carries them; what it does not know counts as not asked for. `kinds` are the kinds there are. */
export function readMailFilters(query: Query, kinds: readonly string[]): MailFilters {
  // No text of the database can hold a NUL, nor be looked for with one.
  const first = (name: string) => [query[name]].flat()[0]?.replaceAll('\0', '').trim() ?? ''
  return {
    search: readSearch(first('q').slice(0, 300)),
    state: letterStates.find((state) => state === first('state')) ?? null,
    kind: kinds.find((kind) => kind === first('kind')) ?? null,
  }
}

/** Where in the list an address stands: the letter after `older` or `newer`, else the newest. */
export function readMailPlace(query: Query): MailPlace {
  const [older, newer] = ['older', 'newer'].map((name) => readMailId([query[name]].flat()[0]))
  if (older) return { older }
  return newer ? { newer } : null
}

/** The address of the list with these filters at this place. */
export function mailAddress({ search, state, kind }: MailFilters, place: MailPlace): string {
  const wanted = { q: typedSearch(search), state, kind, ...place }
  const entries = Object.entries(wanted).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return entries.length > 0 ? `/staff/mail?${new URLSearchParams(entries)}` : '/staff/mail'
}

/** What was typed to search for. */
export function typedSearch(search: MailFilters['search']): string {
  return search ? (Object.values(search)[0] ?? '') : ''
}

function readSearch(typed: string): MailFilters['search'] {
  if (typed === '') return null
  if (typed.includes('@')) return { recipient: typed }
  const reference = readReference(typed)
  if (reference) return { reference }
  const code = /^([0-9A-Z]{4})-?([0-9A-Z]{4})-?([0-9A-Z]{4})$/.exec(typed.toUpperCase().replace(/\s/g, ''))
  return code ? { code: code.slice(1).join('-') } : { unreadable: typed }
}
