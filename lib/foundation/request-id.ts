import { AsyncLocalStorage } from 'node:async_hooks'

type Asked = Readonly<{ id: string }> & { databaseAway: boolean }

// Next bundles its own copy of this file beside the one the door loads: both find the same storage under this name.
const name = Symbol.for('humans-of-binance.request-id')
const holder = globalThis as typeof globalThis & { [name]?: AsyncLocalStorage<Asked> }
holder[name] ??= new AsyncLocalStorage<Asked>()
const storage = holder[name]

/** Runs `work` so that every log line written on its way carries this id. */
export function withRequestId<T>(id: string, work: () => T): T {
  return storage.run({ id, databaseAway: false }, work)
}

/** The id of the request that is being answered; undefined outside one. */
export function requestId(): string | undefined {
  return storage.getStore()?.id
}

/** Notes that the request being answered failed because the database was away, even if it is back by now. */
export function noteDatabaseAway(): void {
  const asked = storage.getStore()
  if (asked) asked.databaseAway = true
}

/** Whether that was noted of the request being answered. */
export function failedForDatabase(): boolean {
  return storage.getStore()?.databaseAway ?? false
}
