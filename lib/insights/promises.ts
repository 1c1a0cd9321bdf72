const [minute, day] = [60_000, 86_400_000]

/**
 * How long somebody may wait for us, in milliseconds, before Today calls it late. A receipt is what the site promises within a minute; the
 * others are what we ask of ourselves. Payment and results have days of their own, in the settings of the campaign.
 */
export const promises = {
  receipt: minute,
  screening: 7 * day,
  appeal: 7 * day,
  report: 14 * day,
} as const

/** What was begun before this instant and still waits is late. */
export function lateSince(promise: keyof typeof promises, at: Date): Date {
  return new Date(at.getTime() - promises[promise])
}
