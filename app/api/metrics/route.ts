import { timingSafeEqual } from 'node:crypto'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { env } from '#lib/foundation/env.ts'
import { hashToken } from '#lib/foundation/ids.ts'
import { fault } from '#lib/foundation/log.ts'
import { dropGauge, metricsText, setGauge } from '#lib/foundation/metrics.ts'
import { isWorkerThere } from '#lib/queue/workers.ts'

export const dynamic = 'force-dynamic'

/** What this process counted and what waits in the database, for Prometheus. 404 unless the caller holds METRICS_TOKEN. */
export async function GET(request: Request): Promise<Response> {
  if (!isAllowed(request.headers.get('authorization'))) return new Response('Not found\n', { status: 404 })
  await measureWaiting()
  const { type, text } = await metricsText()
  return new Response(text, { headers: { 'content-type': type, 'cache-control': 'no-store' } })
}

function isAllowed(header: string | null): boolean {
  const token = env().METRICS_TOKEN
  if (!token || !header) return false
  return timingSafeEqual(Buffer.from(hashToken(header)), Buffer.from(hashToken(`Bearer ${token}`)))
}

const waiting = {
  hob_mail_unsent: 'Letters in the outbox that wait to be sent.',
  hob_mail_dead: 'Letters that were given up.',
  hob_mail_oldest_seconds: 'Age of the oldest letter that waits, in seconds.',
  hob_jobs_waiting: 'Jobs that can be done now or later.',
  hob_jobs_late_seconds: 'How long the oldest job that is due has waited, in seconds.',
  hob_jobs_failed: 'Jobs that were given up.',
  hob_worker_connected: '1 while somebody works through the queue.',
} as const
type Waiting = Readonly<Record<keyof typeof waiting, number>>

/** What was counted is told in any case: a database that is away must not look like a site that is. */
async function measureWaiting(): Promise<void> {
  const measured = await measure().catch((error) => void fault('metrics.database', error))
  setGauge('hob_database_up', '1 while the database answers this site.', measured ? 1 : 0)
  for (const [name, help] of Object.entries(waiting))
    if (measured) setGauge(name, help, Math.max(0, measured[name as keyof Waiting]))
    else dropGauge(name)
}

async function measure(): Promise<Waiting | null> {
  const [row] = await db.$queryRaw<Omit<Waiting, 'hob_worker_connected'>[]>`
    select (select count(*) from mail where state = 'queued')::int as hob_mail_unsent,
      (select count(*) from mail where state = 'failed')::int as hob_mail_dead,
      (select coalesce(extract(epoch from ${now()}::timestamptz - min(created_at)), 0) from mail where state = 'queued')::float8 as hob_mail_oldest_seconds,
      (select count(*) from graphile_worker.jobs where attempts < max_attempts)::int as hob_jobs_waiting,
      (select coalesce(extract(epoch from clock_timestamp() - min(run_at)), 0) from graphile_worker.jobs
        where attempts < max_attempts and locked_at is null)::float8 as hob_jobs_late_seconds,
      (select count(*) from graphile_worker.jobs where attempts >= max_attempts and locked_at is null)::int as hob_jobs_failed`
  return row ? { ...row, hob_worker_connected: (await isWorkerThere(db)) ? 1 : 0 } : null
}
