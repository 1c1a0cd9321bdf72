import { AsyncLocalStorage } from 'node:async_hooks'

// Next bundles its own copy of this file beside the one the door loads: both find the same storage under this name.
const name = Symbol.for('humans-of-binance.request-id')
const holder = globalThis as typeof globalThis & { [name]?: AsyncLocalStorage<string> }
holder[name] ??= new AsyncLocalStorage<string>()
const storage = holder[name]

/** Runs `work` so that every log line written on its way carries this id. */
export function withRequestId<T>(id: string, work: () => T): T {
  return storage.run(id, work)
}

/** The id of the request that is being answered; undefined outside one. */
export function requestId(): string | undefined {
  return storage.getStore()
}
