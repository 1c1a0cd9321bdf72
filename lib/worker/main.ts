import { Logger, run } from 'graphile-worker'
import { env } from '#lib/foundation/env.ts'
import { fault, info } from '#lib/foundation/log.ts'
import { clockItems } from './clockwork.ts'
import { handlers } from './handlers.ts'

const quiet = new Logger(() => (level, message) => {
  if (level === 'error') fault('worker.job', message)
})

const { DATABASE_URL } = env()
if (!DATABASE_URL) throw new Error('DATABASE_URL is not set')

const runner = await run({
  connectionString: DATABASE_URL,
  concurrency: 4,
  pollInterval: 2_000,
  noHandleSignals: true,
  logger: quiet,
  taskList: handlers,
  parsedCronItems: clockItems(),
})
info('worker.ready')

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(0), 8_000).unref()
  await runner.stop().catch(() => {})
  process.exit(0)
}
process.on('SIGTERM', stop).on('SIGINT', stop).on('disconnect', stop)
