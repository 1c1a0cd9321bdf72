import { clockOffset } from '#lib/foundation/clock.ts'
import type { Tx } from '#lib/foundation/db.ts'

/** The work that can be asked for, with what each needs to know. */
export type Jobs = {
  'mail.deliver': { mailId: string }
}
export type JobName = keyof Jobs

type Options = {
  /** Asked for twice under one key, it is done once. */
  readonly key?: string
  /** On the campaign's clock; now when left out. */
  readonly runAt?: Date
  readonly maxAttempts?: number
}

/** Asks for work inside the caller's transaction: it is done exactly when the rest of the transaction happened. */
export async function enqueue<N extends JobName>(tx: Tx, name: N, payload: Jobs[N], options: Options = {}): Promise<void> {
  const runAt = options.runAt ? new Date(options.runAt.getTime() - clockOffset()) : null
  await tx.$executeRaw`select graphile_worker.add_job(${name}, payload := ${JSON.stringify(payload)}::json, job_key := ${options.key ?? null},
    max_attempts := ${options.maxAttempts ?? 12}::int, run_at := ${runAt}::timestamptz)`
}
