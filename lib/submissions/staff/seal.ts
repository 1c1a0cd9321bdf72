import 'server-only'
import { db } from '#lib/foundation/db.ts'

/** Rounds of one call: what is left is done a minute later. */
const rounds = 200
const wordsAtOnce = 1000

/**
 * Makes what came or changed since the last time cheap to find: words searchable, lines sealed. Lists and searches are right at any moment
 * without it, and only slower. Returns how many lines were touched.
 */
export async function sealEntries(): Promise<number> {
  const worded = await until(() => db.$queryRaw<Done>`select word_entries(${wordsAtOnce}::int) as done`)
  return worded + (await until(() => db.$queryRaw<Done>`select seal_entries() as done`))
}

type Done = { done: number }[]

async function until(work: () => Promise<Done>): Promise<number> {
  let sum = 0
  for (let round = 0; round < rounds; round += 1) {
    const done = (await work())[0]?.done ?? 0
    if (done === 0) break
    sum += done
  }
  return sum
}
