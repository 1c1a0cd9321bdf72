import type { Standing } from './lifecycle.ts'

const day = 86_400_000

/** After so many days a film that waits for them is late. A storyteller is never hurried: they are only reminded of. */
const patience = { editor: 7, storyteller: 14, machine: 1 } as const

/** Whole days a film has waited where it stands. */
export function daysWaited(since: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - since.getTime()) / day))
}

/** By how many whole days a film is late; 0 when it is not. */
export function daysLate({ waitsFor, since }: Pick<Standing, 'waitsFor' | 'since'>, now: Date): number {
  if (waitsFor === 'clock' || waitsFor === 'nobody') return 0
  return Math.max(0, daysWaited(since, now) - patience[waitsFor])
}
