import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { fault } from '#lib/foundation/log.ts'
import { isWorkerThere } from '#lib/queue/workers.ts'

export const dynamic = 'force-dynamic'

/** 200 while the site can do its work; 503 with what is down. A worker that is away delays letters and loses none: it is said, and is no reason to send people elsewhere. */
export async function GET(): Promise<Response> {
  try {
    const [row] = await db.$queryRaw<{ waiting: number | null }[]>`
      select extract(epoch from ${now()}::timestamptz - min(created_at))::float8 as waiting from mail where state = 'queued'`
    const worker = (await isWorkerThere(db)) ? 'ok' : 'away'
    return answer(200, { status: 'ok', database: 'ok', worker, oldestUnsentMailSeconds: Math.max(0, Math.round(row?.waiting ?? 0)) })
  } catch (error) {
    fault('health.database', error)
    return answer(503, { status: 'down', database: 'down' })
  }
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', ...(status === 503 ? { 'retry-after': '5' } : {}) } })
}
