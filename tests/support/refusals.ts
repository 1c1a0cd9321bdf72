import { Refusal } from '#lib/foundation/refusal.ts'

/** The code of the refusal that `work` ends in. Throws when it succeeds, or fails in any other way. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Refusal) return error.code
  throw new Error(`expected a refusal, got ${error}`)
}
