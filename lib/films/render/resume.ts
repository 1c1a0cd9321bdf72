import os from 'node:os'
import { now } from '#lib/foundation/clock.ts'
import { db } from '#lib/foundation/db.ts'
import { enqueue } from '#lib/queue/enqueue.ts'

/** A worker that was not heard of for so long is gone. */
const silenceSeconds = 60

/**
 * Finds renders whose worker died without a word and asks for them again, one try each. Returns how many. The queue would hold such a
 * job, and everything behind it, for four hours.
 */
export async function resumeRenders(): Promise<number> {
  const running = await db.render.findMany({ where: { state: 'running' }, select: { id: true, worker: true, heardAt: true } })
  const lost = running.filter(
    ({ worker, heardAt }) => isGone(worker) || (heardAt?.getTime() ?? 0) < now().getTime() - silenceSeconds * 1000,
  )
  for (const { id } of lost) {
    await db.$transaction(async (tx) => {
      const where = { id, state: 'running', worker: lost.find((one) => one.id === id)?.worker ?? null }
      const { count } = await tx.render.updateMany({ where, data: { state: 'queued', worker: null, startedAt: null, heardAt: null } })
      if (!count) return
      await tx.$executeRaw`select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker.jobs
        where key = ${`render:${id}`} and locked_by is not null having count(*) > 0`
      await enqueue(tx, 'films.render', { renderId: id }, { key: `render:${id}` })
    })
  }
  return lost.length
}

/** Whether this names a process of this machine that runs no more. */
function isGone(worker: string | null): boolean {
  const [host, pid] = worker?.split(':') ?? []
  if (host !== os.hostname() || !pid) return false
  try {
    return !process.kill(Number(pid), 0)
  } catch {
    return true
  }
}
