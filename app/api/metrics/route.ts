import { timingSafeEqual } from 'node:crypto'
import { db } from '#lib/foundation/db.ts'
import { env } from '#lib/foundation/env.ts'
import { hashToken } from '#lib/foundation/ids.ts'
import { metricsText, setGauge } from '#lib/foundation/metrics.ts'

export const dynamic = 'force-dynamic'

type Waiting = Readonly<{ unsent: number; dead: number; oldest: number; jobs: number; late: number; failed: number }>

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

async function measureWaiting(): Promise<void> {
  const [row] = await db.$queryRaw<Waiting[]>`
    select (select count(*) from mail where state = 'queued')::int as unsent,
      (select count(*) from mail where state = 'failed')::int as dead,
      (select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0) from mail where state = 'queued')::float8 as oldest,
      (select count(*) from graphile_worker.jobs where attempts < max_attempts)::int as jobs,
      (select coalesce(extract(epoch from clock_timestamp() - min(run_at)), 0) from graphile_worker.jobs
        where attempts < max_attempts and locked_at is null)::float8 as late,
      (select count(*) from graphile_worker.jobs where attempts >= max_attempts and locked_at is null)::int as failed`
  if (!row) return
  setGauge('hob_mail_unsent', 'Letters in the outbox that wait to be sent.', row.unsent)
  setGauge('hob_mail_dead', 'Letters that were given up.', row.dead)
  setGauge('hob_mail_oldest_seconds', 'Age of the oldest letter that waits, in seconds.', Math.max(0, row.oldest))
  setGauge('hob_jobs_waiting', 'Jobs that can be done now or later.', row.jobs)
  setGauge('hob_jobs_late_seconds', 'How long the oldest job that is due has waited, in seconds.', Math.max(0, row.late))
  setGauge('hob_jobs_failed', 'Jobs that were given up.', row.failed)
}
