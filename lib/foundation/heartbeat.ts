/** How often a program that is watched says that it lives, in milliseconds. */
export const beatMilliseconds = 5_000
export const beat = 'alive'

/** Tells whoever started this process that it still works through its events: a process in an endless loop falls silent. */
export function keepBeating(): void {
  if (!process.send) return
  const timer = setInterval(() => process.connected && process.send?.(beat), beatMilliseconds)
  timer.unref()
  process.send(beat)
}
