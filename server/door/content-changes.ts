import pg from 'pg'
import { db } from '#lib/foundation/db.ts'
import { directDatabaseUrl } from '#lib/foundation/env.ts'
import { info } from '#lib/foundation/log.ts'

const channel = 'content_changed'
const retryMilliseconds = 500

let listening = false

/** Whether every change of published content reaches us at this moment. */
export function isListening(): boolean {
  return listening
}

/** Calls `changed` whenever published content changes in the database, whoever changed it, and after every time that may have been missed. */
export function listenForChanges(changed: () => void): void {
  const client = new pg.Client({ connectionString: directDatabaseUrl(), keepAlive: true, application_name: 'content-changes' })
  let over = false
  const again = () => {
    if (over) return
    over = true
    listening = false
    client.end().catch(() => {})
    setTimeout(() => listenForChanges(changed), retryMilliseconds).unref()
  }
  client.on('error', again).on('end', again)
  client.on('notification', changed)
  const listen = async () => {
    await client.connect()
    await client.query(`listen ${channel}`)
    changed()
    listening = true
    info('door.listening-for-changes')
  }
  listen().catch(again)
}

/** The first moment after `since` at which a public page says something else by itself: a release, the end of a story's week, the opening or closing of the campaign. */
export async function nextTurn(since: Date): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ turn: Date | null }[]>`
    select min(t) as turn from (
      select unnest(array[release_at, release_at + interval '7 days', unpublished_at]) as t from story
      union all select unnest(array[opens_at, closes_at, results_at]) from campaign) as turns
    where t > ${since}`
  return row?.turn ?? null
}
