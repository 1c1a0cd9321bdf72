import { clockOffset } from '#lib/foundation/clock.ts'
import type { Tx } from '#lib/foundation/db.ts'

/** Work that the clock asks for knows all it needs. */
type ByTheClock = Record<string, never>

/** The work that can be asked for, with what each needs to know. */
export type Jobs = {
  'mail.deliver': { mailId: string }
  'mail.remove-files': { mailIds: string[] }
  'submissions.check-post': { submissionId: string }
  'submissions.find-twins': { submissionId: string }
  'submissions.seal-entries': ByTheClock
  'submissions.warn-drafts': ByTheClock
  'submissions.delete-drafts': ByTheClock
  'submissions.remind-questions': ByTheClock
  'submissions.close-questions': ByTheClock
  'submissions.tell-of-rules': ByTheClock
  'awards.remind-claims': ByTheClock
  'awards.close-claims': ByTheClock
  'awards.pass-places-on': ByTheClock
  'retention.apply': ByTheClock
  'review.assign': { submissionId: string }
  'review.replace': { assignmentId: string }
  'review.spread': ByTheClock
  'films.render': { renderId: string }
  'films.resume': ByTheClock
  'media.remove': { paths: string[] }
  'stories.sweep-uploads': ByTheClock
  'history.forget-reports': ByTheClock
}
export type JobName = keyof Jobs

type Manner = Readonly<{
  maxAttempts: number
  /** Lower goes first. */
  priority: number
  /** Jobs of one queue are done one after the other. */
  queue: string | null
}>

/** One after the other, and given up early: the clock asks again. */
const byTheClock: Manner = { maxAttempts: 4, priority: 5, queue: 'clock' }

/**
 * How each job is done. A letter is tried for about sixteen hours and never waits behind the outside: checks of posts come after it, one at
 * a time, and go on for about four days.
 */
export const manners: Readonly<Record<JobName, Manner>> = {
  'mail.deliver': { maxAttempts: 12, priority: 0, queue: null },
  'mail.remove-files': { maxAttempts: 25, priority: 0, queue: null },
  'submissions.check-post': { maxAttempts: 25, priority: 10, queue: 'post-checks' },
  // One after the other: of two entries with one text that come at once, the later search finds the earlier.
  'submissions.find-twins': { maxAttempts: 8, priority: 8, queue: 'twins' },
  'submissions.seal-entries': byTheClock,
  'submissions.warn-drafts': byTheClock,
  'submissions.delete-drafts': byTheClock,
  'submissions.remind-questions': byTheClock,
  'submissions.close-questions': byTheClock,
  'submissions.tell-of-rules': byTheClock,
  'awards.remind-claims': byTheClock,
  'awards.close-claims': byTheClock,
  'awards.pass-places-on': byTheClock,
  'retention.apply': byTheClock,
  'history.forget-reports': byTheClock,
  'stories.sweep-uploads': byTheClock,
  'review.assign': { maxAttempts: 8, priority: 5, queue: 'review' },
  'review.replace': { maxAttempts: 8, priority: 5, queue: 'review' },
  'review.spread': { maxAttempts: 4, priority: 5, queue: 'review' },
  // One film at a time, whatever else waits.
  'films.render': { maxAttempts: 6, priority: 20, queue: 'films' },
  'films.resume': byTheClock,
  'media.remove': { maxAttempts: 25, priority: 10, queue: null },
}

type Options = {
  /** Asked for twice under one key, it is done once. */
  readonly key?: string
  /** On the campaign's clock; now when left out. */
  readonly runAt?: Date
}

/** Asks for work inside the caller's transaction: it is done exactly when the rest of the transaction happened. */
export async function enqueue<N extends JobName>(tx: Tx, name: N, payload: Jobs[N], options: Options = {}): Promise<void> {
  const runAt = options.runAt ? new Date(options.runAt.getTime() - clockOffset()) : null
  const { maxAttempts, priority, queue } = manners[name]
  await tx.$executeRaw`select graphile_worker.add_job(${name}, payload := ${JSON.stringify(payload)}::json, job_key := ${options.key ?? null},
    queue_name := ${queue}, priority := ${priority}::int, max_attempts := ${maxAttempts}::int, run_at := ${runAt}::timestamptz)`
}
