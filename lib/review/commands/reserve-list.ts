import 'server-only'
import type { Tx } from '#lib/foundation/db.ts'

/** Out of the way while others are moved: each place is taken once at every moment. */
const aside = 1_000_000

/** Takes an entry off the reserve list; whoever stood behind it moves up, but nobody who was told their place. Nothing happens when it is not on it. */
export async function leaveReserveList(tx: Tx, submissionId: string): Promise<void> {
  const [left] = await tx.$queryRaw<{ reserve_order: number }[]>`
    delete from decision where submission_id = ${submissionId}::uuid and outcome = 'reserve' returning reserve_order`
  if (!left || left.reserve_order < (await firstFree(tx))) return
  await moveFrom(tx, left.reserve_order + 1, -1)
}

/**
 * Takes whoever left before their place was told off the reserve list, and returns their references: places then count only who can be
 * offered one. Somebody who comes back is decided about anew.
 */
export async function closeGaps(tx: Tx): Promise<readonly string[]> {
  const left = await tx.$queryRaw<{ id: string; reference: string }[]>`
    select s.id, s.reference from decision d join submission s on s.id = d.submission_id
    where d.outcome = 'reserve' and d.release_id is null and s.status <> 'eligible' order by d.reserve_order`
  for (const { id } of left) await leaveReserveList(tx, id)
  return left.map(({ reference }) => reference)
}

/**
 * Makes room on the reserve list and returns the place: the one asked for, with everybody from there on one place further back, or the end.
 * Places that were released are nobody else's: the first behind them is the best there is.
 */
export async function roomOnReserveList(tx: Tx, wanted: number | null): Promise<number> {
  const [row] = await tx.$queryRaw<{ last: number | null }[]>`
    select max(reserve_order) as last from decision where outcome = 'reserve'`
  const end = (row?.last ?? 0) + 1
  const asked = wanted === null ? end : Math.max(wanted, await firstFree(tx))
  if (asked >= end) return end
  await moveFrom(tx, asked, 1)
  return asked
}

/** The first place that was not told to anybody. */
async function firstFree(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ last: number | null }[]>`
    select max(reserve_order) as last from decision where outcome = 'reserve' and release_id is not null`
  return (row?.last ?? 0) + 1
}

async function moveFrom(tx: Tx, first: number, by: 1 | -1): Promise<void> {
  await tx.$executeRaw`update decision set reserve_order = reserve_order + ${aside}::int where outcome = 'reserve' and reserve_order >= ${first}::int`
  await tx.$executeRaw`update decision set reserve_order = reserve_order - ${aside - by}::int where outcome = 'reserve' and reserve_order >= ${aside}::int`
}
