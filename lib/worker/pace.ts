import type { Runner } from 'graphile-worker'

/** Longer than the queue takes to let go of a job, in milliseconds. */
const lettingGo = 10

/**
 * Keeps jobs of one named queue from waiting for each other longer than they take: the library looks for the next one before it has let go of
 * the last, finds the queue taken, and would look again only at its next poll.
 */
export function keepPace({ events }: Runner): void {
  let isStopping = false
  const stop = () => {
    isStopping = true
  }
  events.once('pool:gracefulShutdown', stop).once('pool:forcefulShutdown', stop)
  events.on('job:complete', ({ worker, job }) => {
    if (job.job_queue_id !== null) setTimeout(() => isStopping || worker.workerPool.nudge(1), lettingGo).unref()
  })
}
