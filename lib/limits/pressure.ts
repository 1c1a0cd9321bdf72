import type { Database } from '#lib/foundation/db.ts'
import { fault } from '#lib/foundation/log.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { allow, limits, permitKey } from './allow.ts'

/** One sending in so many is counted for the whole site, by chance: a counter that all of them had to pass would slow them down. */
const sampleOf = 20
/** Of the permits a network has for sending; from here on it is pressed. */
const softPart = 0.75

/** Counts a sending of anybody, now and then. A failure is logged and never thrown: the entry is there. */
export async function countSending(database: Database, chance = Math.random()): Promise<void> {
  if (chance * sampleOf >= 1) return
  try {
    await allow(database, limits.sendSample, 'everybody')
  } catch (error) {
    fault('sending.not-counted', error)
  }
}

/** Whether so much is sent from this network, or on the whole site, that a sending should cost its sender something. Takes no permit. */
export async function isPressed(database: Database, client: string): Promise<boolean> {
  const [row] = await database.$queryRaw<{ pressed: boolean }[]>`/* prepared */ select ${pressing(client)} as pressed`
  return row?.pressed ?? false
}

/** The same as a part of a query, true or false. */
export function pressing(client: string): Prisma.Sql {
  const { sendEntry, sendSample } = limits
  const keys = [permitKey(sendEntry, client), permitKey(sendSample, 'everybody')]
  const most = [Math.ceil(sendEntry.times * softPart), sendSample.times]
  return Prisma.sql`exists (
      select from unnest(${keys}::text[], ${most}::int[], ${[sendEntry.seconds, sendSample.seconds]}::int[]) as l (key, most, seconds),
        lateral (select extract(epoch from clock_timestamp()) / l.seconds as moment) t,
        lateral (select coalesce(sum(case when r.slot = floor(t.moment)::bigint then r.hits else r.hits * (1 - (t.moment - floor(t.moment))) end), 0) as used
          from rate_limit r where r.key = l.key and r.slot >= floor(t.moment)::bigint - 1) u
      where u.used >= l.most)`
}
