import type { Database } from '#lib/foundation/db.ts'
import { limits } from './allow.ts'

/** Deletes the counters that decide nothing any more, and those of limits that no longer exist. Counters run on the database's clock. Returns how many went. */
export async function forgetCounters(database: Database): Promise<number> {
  const known = Object.values(limits)
  return database.$executeRaw`
    delete from rate_limit r where not exists (
      select from unnest(${known.map(({ name }) => name)}::text[], ${known.map(({ seconds }) => seconds)}::int[]) as l (name, seconds)
      where split_part(r.key, ':', 1) = l.name and r.slot >= floor(extract(epoch from clock_timestamp()) / l.seconds)::bigint - 1)`
}
