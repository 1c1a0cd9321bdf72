import { restoreHours } from '#lib/submissions/policy.ts'

const hourMs = 3_600_000

/** Whoever withdrew at this moment or before cannot come back any more. */
export function goneSince(at: Date): Date {
  return new Date(at.getTime() - restoreHours * hourMs)
}

/** True when an entry lost its place for good: it is no longer selected, and not one that was withdrawn within the last day. */
export function hasLeft({ status, statusAt }: Readonly<{ status: string; statusAt: Date }>, at: Date): boolean {
  return status !== 'selected' && (status !== 'withdrawn' || statusAt <= goneSince(at))
}
