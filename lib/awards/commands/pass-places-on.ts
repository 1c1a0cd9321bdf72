import 'server-only'
import { now } from '#lib/foundation/clock.ts'
import type { Database, Tx } from '#lib/foundation/db.ts'
import { offerNextReserve } from '#lib/review/commands/offer-reserve.ts'
import { lockSelection } from '#lib/review/commands/selection-lock.ts'
import { system } from '#lib/staff/actor.ts'
import { oneByOne } from '#lib/submissions/commands/one-by-one.ts'
import { goneSince } from '../left.ts'

/**
 * Gives the place of each selected entry that left before an award was proposed for it to the next reserve, once; one that was withdrawn
 * keeps it while it can come back. With an award the place goes with its amount: closeClaims(). A place nobody can take yet stays due.
 * Returns how many moved up.
 */
export function passPlacesOn(): Promise<number> {
  const at = now()
  return oneByOne({
    name: 'awards.pass-places-on',
    due: (database, after, limit) => freePlaces(database, { at, after, limit }),
    work: (tx, id) => passOn(tx, id, at),
  })
}

type Looked = Readonly<{ at: Date; after: string | null; limit: number; only?: string }>

/** Entries that were told they are selected, are so no longer, and whose place nobody got. */
function freePlaces(database: Database | Tx, { at, after, limit, only }: Looked): Promise<readonly { id: string }[]> {
  return database.$queryRaw<{ id: string }[]>`
    select s.id from submission s join decision d on d.submission_id = s.id join release r on r.id = d.release_id and r.released_at is not null
    where s.status in ('withdrawn', 'disqualified', 'erased') and (s.status <> 'withdrawn' or s.status_at <= ${goneSince(at)})
      and (d.outcome = 'selected' or (d.outcome = 'reserve' and exists (
        select from status_change c where c.submission_id = s.id and c."from" = 'reserve' and c."to" = 'selected')))
      and not exists (select from award a where a.submission_id = s.id and a.state <> 'cancelled')
      and not exists (select from status_change c where c.place_of_id = s.id)
      and (${after}::uuid is null or s.id > ${after}::uuid) and (${only ?? null}::uuid is null or s.id = ${only ?? null}::uuid)
    order by s.id limit ${limit}::int`
}

/** Looked at anew under the locks, the entry's before that of whoever offers places: what another run gave on is not given on again. */
async function passOn(tx: Tx, id: string, at: Date): Promise<boolean> {
  await tx.$queryRaw`select from submission where id = ${id}::uuid for no key update`
  await lockSelection(tx)
  const [free] = await freePlaces(tx, { at, after: null, limit: 1, only: id })
  return free !== undefined && (await offerNextReserve(tx, { at, actor: system, placeOf: id })) !== null
}
