import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** Waits until every receipt of the rehearsal has left, four minutes at most. */
export async function settled(databaseUrl: string): Promise<void> {
  for (const patience = Date.now() + 240_000; Date.now() < patience; await pause(1_000)) {
    const client = new pg.Client({ connectionString: databaseUrl })
    client.on('error', () => {})
    const waiting = await client
      .connect()
      .then(() =>
        client.query<{ count: number }>("select count(*)::int as count from mail where state = 'queued' and recipient like 'chaos-%'"),
      )
      .then(({ rows }) => rows[0]?.count ?? 1)
      .catch(() => 1)
    await client.end().catch(() => {})
    if (waiting === 0) return
    if (waiting) await hurry(databaseUrl)
  }
}

/** Letters that failed wait ever longer between tries: the rehearsal does not. */
async function hurry(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect().catch(() => {})
  await client
    .query(
      "select graphile_worker.reschedule_jobs(array_agg(id), run_at := now()) from graphile_worker.jobs where task_identifier = 'mail.deliver' and locked_at is null",
    )
    .catch(() => {})
  await client.end().catch(() => {})
}
