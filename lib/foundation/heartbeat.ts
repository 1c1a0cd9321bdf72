/** How often a program that is watched says that it lives, in milliseconds. */
export const beatMilliseconds = 5_000
export const beat = 'alive'

/** Tells whoever started this process that it still works through its events: a process in an endless loop falls silent. */
export function keepBeating(): void {
  if (!process.connected) return
  const timer = setInterval(() => process.connected && process.send?.(beat), beatMilliseconds)
  timer.unref()
  process.send?.(beat)
}

/** Calls `stop` when whoever started this process is gone, and at once when they went while it was still loading. */
export function whenLeft(stop: () => unknown): void {
  process.on('disconnect', stop)
  if (process.send && !process.connected) stop()
}
