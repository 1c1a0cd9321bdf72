const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const found = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { ...parts, timeZone })
  formats.set(timeZone, found)
  return found
}

/** An instant as a clock on the wall shows it there: "2026-11-22T18:30". */
export function wallTime(at: Date, timeZone: string): string {
  const part = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  return `${part.year?.padStart(4, '0')}-${part.month}-${part.day}T${part.hour}:${part.minute}`
}

/** The instant at which a clock on the wall shows this; null for text that is no time, and for a time that a change of clocks leaves out. The first of two. */
export function instantOf(wall: string, timeZone: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall)) return null
  const asUtc = Date.parse(`${wall}:00Z`)
  if (Number.isNaN(asUtc)) return null
  const offsets = [asUtc - 86_400_000, asUtc + 86_400_000].map((near) => Date.parse(`${wallTime(new Date(near), timeZone)}:00Z`) - near)
  const fits = offsets.map((offset) => new Date(asUtc - offset)).filter((at) => wallTime(at, timeZone) === wall)
  return fits.sort((a, b) => a.getTime() - b.getTime())[0] ?? null
}

/** True for a time zone this machine knows, such as Europe/Lisbon or UTC. */
export function isTimeZone(name: string): boolean {
  return timeZones.includes(name)
}

/** Every time zone, UTC first. */
export const timeZones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')]
