import { type CronItem, type ParsedCronItem, parseCronItems } from 'graphile-worker'
import { type JobName, manners } from '#lib/queue/enqueue.ts'

const hour = 3_600_000

/**
 * What the clock asks for, and when (UTC): minute, hour, day, month, weekday. The times are the machine's; what is due is judged by the
 * campaign's clock. What was missed while nothing ran is done at the next start.
 */
export const clockwork = {
  'submissions.seal-entries': { at: '* * * * *', missed: hour },
  'submissions.close-questions': { at: '5 * * * *', missed: 2 * hour },
  'submissions.remind-questions': { at: '10 * * * *', missed: 2 * hour },
  'submissions.warn-drafts': { at: '15 * * * *', missed: 2 * hour },
  'submissions.delete-drafts': { at: '20 * * * *', missed: 2 * hour },
  'awards.close-claims': { at: '25 * * * *', missed: 2 * hour },
  'awards.pass-places-on': { at: '28 * * * *', missed: 2 * hour },
  'awards.remind-claims': { at: '30 * * * *', missed: 2 * hour },
  'review.spread': { at: '35 * * * *', missed: 2 * hour },
  'submissions.tell-of-rules': { at: '35 * * * *', missed: 2 * hour },
  'films.resume': { at: '* * * * *', missed: hour },
  'history.forget-reports': { at: '50 3 * * *', missed: 25 * hour },
  'stories.sweep-uploads': { at: '45 * * * *', missed: 2 * hour },
  'retention.apply': { at: '40 3 * * *', missed: 25 * hour },
} as const satisfies Partial<Record<JobName, { readonly at: string; readonly missed: number }>>

type Name = keyof typeof clockwork

/** The same as the queue reads it. */
export function clockItems(): ParsedCronItem[] {
  return parseCronItems((Object.keys(clockwork) as Name[]).map(item))
}

/** Under its key a job that has not begun is not asked for a second time. */
function item(task: Name): CronItem {
  const { at, missed } = clockwork[task]
  const { maxAttempts, priority, queue } = manners[task]
  const options = { backfillPeriod: missed, maxAttempts, priority, jobKey: `clock:${task}`, ...(queue ? { queueName: queue } : {}) }
  return { task, match: at, options }
}
