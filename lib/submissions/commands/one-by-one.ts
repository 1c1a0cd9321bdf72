import 'server-only'
import { type Database, db, type Tx } from '#lib/foundation/db.ts'
import { fault } from '#lib/foundation/log.ts'

const atOnce = 200

type Rounds = Readonly<{
  name: string
  /** Ids of what is due, in their order, after this one (null: from the first), at most `limit`. */
  due: (database: Database, after: string | null, limit: number) => Promise<readonly { id: string }[]>
  /** Does what is due for one, in a transaction of its own; false when it was not due any more. */
  work: (tx: Tx, id: string) => Promise<boolean>
}>

/**
 * Does something for each that is due, one transaction each, and returns how often it did. One that fails stops none of the others;
 * at the end it throws, so that the queue tries again: what was done is not due any more.
 */
export async function oneByOne({ name, due, work }: Rounds): Promise<number> {
  let [done, failed, after] = [0, 0, null as string | null]
  for (let ids = await due(db, after, atOnce); ids.length > 0; ids = await due(db, after, atOnce)) {
    for (const { id } of ids) {
      after = id
      try {
        if (await db.$transaction((tx) => work(tx, id))) done += 1
      } catch (error) {
        failed += 1
        fault('clock.one-failed', error, { job: name })
      }
    }
  }
  if (failed > 0) throw new Error(`${name}: ${failed} failed, ${done} done`)
  return done
}
