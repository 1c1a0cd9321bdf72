import type { AnswerHeaders } from '#lib/foundation/outbound.ts'

/** However long a network asks us to wait, it is asked again after this; in milliseconds. */
const longestMs = 6 * 3_600_000

/** Until when each network wants to be left alone, in milliseconds of Date.now(). Each process learns it by itself. */
const pauses = new Map<string, number>()

/** Whether a network asked to be left alone until later. */
export function isPaused(network: string): boolean {
  return (pauses.get(network) ?? 0) > Date.now()
}

/** Remembers what an answer of 429 or 503 says about when to come back, if it says anything. */
export function heedRetryAfter(network: string, answer: Readonly<{ status: number; headers: AnswerHeaders }>): void {
  if (answer.status !== 429 && answer.status !== 503) return
  const wait = waitOf(answer.headers.retryAfter)
  if (wait <= 0) return
  const at = Date.now()
  for (const [name, until] of pauses) if (until <= at) pauses.delete(name)
  pauses.set(network, at + Math.min(wait, longestMs))
}

/** Seconds or a date; anything else is no wait. */
function waitOf(retryAfter: string | null): number {
  if (retryAfter === null) return 0
  const wait = /^\d{1,9}$/.test(retryAfter.trim()) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now()
  return Number.isFinite(wait) ? wait : 0
}
