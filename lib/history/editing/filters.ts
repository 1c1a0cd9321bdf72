import { type BadgeKey, badgeKeys } from '../badges.ts'
import { type EraId, eraIds, type Publishing, publishing } from '../schema.ts'
import type { DeskLine } from './views.ts'

/** What an editor looks for. */
export const looks = ['shown', 'hidden', 'reports', 'unreviewed', 'untranslated', 'taken-down'] as const
export type Look = (typeof looks)[number]

export type DeskFilters = Readonly<{
  era: EraId | null
  badge: BadgeKey | null
  publish: Publishing | null
  look: Look | null
  page: number
}>
type Query = Readonly<Record<string, string | string[] | undefined>>

/** The filters in an address; what nobody offers counts as none. */
export function readDeskFilters(query: Query): DeskFilters {
  const first = (name: string) => [query[name]].flat()[0] ?? ''
  const of = <T extends string>(known: readonly T[], name: string): T | null => known.find((one) => one === first(name)) ?? null
  const page = /^[1-9]\d{0,3}$/.test(first('page')) ? Number(first('page')) : 1
  return { era: of(eraIds, 'era'), badge: of(badgeKeys, 'badge'), publish: of(publishing, 'publish'), look: of(looks, 'look'), page }
}

/** The address of a page of the list under these filters. */
export function deskAddress({ page, ...filters }: DeskFilters, to: number = page): string {
  const chosen = Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const query = new URLSearchParams([...chosen, ...(to > 1 ? [['page', String(to)]] : [])])
  return query.size > 0 ? `/staff/history?${query}` : '/staff/history'
}

/** Whether a line is what the filters ask for. */
export function isAskedFor(line: DeskLine, { era, badge, publish, look }: DeskFilters): boolean {
  if ((era && line.eraId !== era) || (badge && line.badge !== badge) || (publish && line.publish !== publish)) return false
  if (look === null) return true
  const asked: Readonly<Record<Look, boolean>> = {
    shown: line.standing === 'shown',
    hidden: line.standing !== 'shown',
    reports: line.openReports > 0,
    unreviewed: !line.reviewed,
    untranslated: line.untranslated.length > 0,
    'taken-down': line.standing === 'taken-down',
  }
  return asked[look]
}
