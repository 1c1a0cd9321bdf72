import type { PlainStatus } from '#lib/submissions/lifecycle.ts'

export type PlainChange = Readonly<{ plainStatus: PlainStatus; at: Date }>
export type PlainStep = Readonly<
  { state: 'done' | 'now' | 'stopped'; status: PlainStatus; at: Date } | { state: 'ahead'; step: 'being-read' | 'result' }
>

const ends: readonly PlainStatus[] = ['not-selected', 'ineligible', 'withdrawn']

const ahead: Readonly<Partial<Record<PlainStatus, readonly ('being-read' | 'result')[]>>> = {
  'draft-saved': ['being-read', 'result'],
  received: ['being-read', 'result'],
  'needs-info': ['being-read', 'result'],
  'being-read': ['result'],
}

/** The way of an entry as its storyteller sees it: what was, where it stands, and what comes after that unless it has ended. Oldest first. */
export function lifeSteps(history: readonly PlainChange[]): readonly PlainStep[] {
  const last = history.at(-1)
  if (!last) return []
  const past = history.slice(0, -1).map(({ plainStatus, at }) => ({ state: 'done' as const, status: plainStatus, at }))
  const present = {
    state: ends.includes(last.plainStatus) ? ('stopped' as const) : ('now' as const),
    status: last.plainStatus,
    at: last.at,
  }
  const future = (ahead[last.plainStatus] ?? []).map((step) => ({ state: 'ahead' as const, step }))
  return [...past, present, ...future]
}
