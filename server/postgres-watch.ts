import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { ensurePostgres, type Postgres, type PostgresOptions } from './postgres.ts'

export type Watch = {
  /** Ends the watch; afterwards nothing starts the server again. */
  stop(): Promise<void>
}

const BETWEEN_TRIES_MS = 500

/**
 * Holds a connection to the server and starts it again when that breaks and nothing answers, for as long as it takes.
 * `onMoved` hears the new address when another program took the port meanwhile.
 */
export function watchPostgres(
  options: PostgresOptions,
  first: Postgres,
  onMoved: (url: string) => void,
  log: (line: string) => void,
): Watch {
  let client: pg.Client | null = null
  let stopped = false
  const connectionLost = async (url: string) => {
    client = new pg.Client({ connectionString: url, keepAlive: true })
    client.on('error', () => {}) // 'end' follows
    const ended = once(client, 'end')
    await client.connect()
    await ended
  }
  const watching = (async () => {
    for (let { url } = first; !stopped; ) {
      await connectionLost(url).catch(() => {}) // it did not even answer: the same thing
      if (stopped) return
      const again = await ensurePostgres(options).catch((error) => log(`the database does not start: ${error.message}`))
      if (again && again.url !== url) onMoved(again.url)
      url = again?.url ?? url
      await pause(BETWEEN_TRIES_MS)
    }
  })()
  return {
    async stop() {
      stopped = true
      await client?.end().catch(() => {})
      await watching
    },
  }
}
