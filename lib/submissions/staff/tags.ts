import type { StaffActor } from '#lib/staff/actor.ts'
import { may } from '#lib/staff/permissions.ts'
import type { EntryFilters } from './filters.ts'

/** Tags that every entry carries one of. */
export const laneTags = { main: 'm:main', spam: 'm:spam' } as const

/**
 * The tags an entry has to carry to fit, as `entry_line` holds them. What an actor may not see cannot be asked for: a country is left out, and
 * whatever tells about the post or its words finds only entries that are open to screening.
 */
export function tagsOf(actor: StaffActor, filters: EntryFilters): string[] {
  const { status, theme, language, platform, region, country, mine, check, flag, lane, search } = filters
  const seesPersons = may(actor, 'submission.see-person')
  const tells = Boolean(platform || region || check || (search && 'typed' in search))
  const tags = [
    laneTags[lane],
    status && `s:${status}`,
    theme && `t:${theme}`,
    language && `l:${language}`,
    platform && `p:${platform}`,
    region && `r:${region}`,
    country && seesPersons && `c:${country}`,
    check && `k:${check}`,
    flag && may(actor, 'flag.resolve') && `f:${flag}`,
    mine && `a:${actor.id}`,
    tells && !seesPersons && 'o:open',
  ]
  return tags.filter((tag) => typeof tag === 'string')
}
