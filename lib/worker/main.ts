import { Logger, run } from 'graphile-worker'
import { resumeRenders } from '#lib/films/render/resume.ts'
import { db } from '#lib/foundation/db.ts'
import { directDatabaseUrl } from '#lib/foundation/env.ts'
import { keepBeating, whenLeft } from '#lib/foundation/heartbeat.ts'
import { fault, info } from '#lib/foundation/log.ts'
import { releaseLeftJobs, releaseStuckJobs } from '#lib/queue/stuck.ts'
import { asWorker } from '#lib/queue/workers.ts'
import { clockItems } from './clockwork.ts'
import { handlers } from './handlers.ts'
import { keepPace } from './pace.ts'

/** A try that will be followed by another one is news; the last one, and anything else that fails, is a fault. */
const quiet = new Logger(() => (level, message) => {
  if (level !== 'error') return
  const [, job = '', attempt = '', of = ''] = /\(([a-z.-]+),.*attempt (\d+) of (\d+)\)/.exec(message) ?? []
  if (Number(attempt) < Number(of))
    info('worker.tries-again', { job, attempt: Number(attempt), cause: message.split('\n', 1)[0]?.slice(0, 300) })
  else fault('worker.job', message)
})

// The queue gives up when its database is away for longer than it tries: whoever started us starts us again.
process.on('unhandledRejection', (error) => {
  fault('worker.gave-up', error)
  process.exit(1)
})

// Before anything is taken: what the one before us was killed with does not wait.
const unreleased = (error: unknown) => void fault('worker.release', error)
await releaseLeftJobs(db).catch(unreleased)

const runner = await run({
  connectionString: asWorker(directDatabaseUrl()),
  concurrency: 4,
  pollInterval: 2_000,
  noHandleSignals: true,
  logger: quiet,
  taskList: handlers,
  parsedCronItems: clockItems(),
})
keepPace(runner)
info('worker.ready')
void resumeRenders().catch((error) => fault('worker.resume', error))
keepBeating()

const minute = 60_000
setInterval(() => void releaseStuckJobs(db).catch(unreleased), minute).unref()

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(0), 8_000).unref()
  await runner.stop().catch(() => {})
  process.exit(0)
}
process.on('SIGTERM', stop).on('SIGINT', stop)
whenLeft(stop)
