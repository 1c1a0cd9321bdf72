import { processFacts } from './process-facts.ts'

/** npm passes on the Ctrl-C that the terminal has already sent us: two signals this close are one. */
const ECHO_MS = 1000
const PARENT_CHECK_MS = 500

export type StopRequest = {
  /** Aborted at the first request to stop. */
  signal: AbortSignal
  /** Called at the second one. */
  onSecond(force: () => void): void
}

/** Listens for SIGINT, SIGTERM, SIGHUP and, under `npm start`, for the end of npm: whoever kills it means us. */
export function listenForStop(underNpm: boolean): StopRequest {
  const controller = new AbortController()
  const forces: (() => void)[] = []
  let firstAt = 0
  const ask = () => {
    if (!firstAt) {
      firstAt = performance.now()
      controller.abort()
    } else if (performance.now() - firstAt > ECHO_MS) for (const force of forces) force()
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, ask)
  if (underNpm) watchParent(ask)
  return { signal: controller.signal, onSecond: (force) => forces.push(force) }
}

/** npm runs us through a shell, which outlives a killed npm: so both are watched. */
function watchParent(gone: () => void): void {
  const family = () => `${process.ppid} ${processFacts(process.ppid).parent}`
  const atStart = family()
  const timer = setInterval(() => {
    if (family() === atStart) return
    clearInterval(timer)
    gone()
  }, PARENT_CHECK_MS).unref()
}
