/** What is kept for how long, counted from when. `days: null`: as long as the law asks. */
export const retention = [
  { kept: 'drafts', days: 30, from: 'started', afterwards: 'deleted' },
  { kept: 'spam', days: 30, from: 'found', afterwards: 'skeleton' },
  { kept: 'notEligible', days: 90, from: 'decided', afterwards: 'skeleton' },
  { kept: 'notSelected', days: 180, from: 'results', afterwards: 'skeleton' },
  { kept: 'withdrawn', days: 90, from: 'withdrawn', afterwards: 'skeleton' },
  { kept: 'disqualified', days: 90, from: 'decided', afterwards: 'skeleton' },
  { kept: 'letters', days: 30, from: 'sent', afterwards: 'deleted' },
  { kept: 'reports', days: 180, from: 'received', afterwards: 'deleted' },
  { kept: 'fingerprints', days: 2, from: 'written', afterwards: 'deleted' },
  { kept: 'payments', days: null, from: 'paid', afterwards: 'deleted' },
  { kept: 'logs', days: 180, from: 'written', afterwards: 'deleted' },
] as const satisfies readonly RetentionRule[]

export type Kept = (typeof retention)[number]['kept']

type RetentionRule = Readonly<{
  kept: string
  days: number | null
  from: 'started' | 'found' | 'received' | 'decided' | 'results' | 'withdrawn' | 'sent' | 'paid' | 'written'
  /** A skeleton keeps that there was an entry, and nothing about a person. */
  afterwards: 'deleted' | 'skeleton'
}>

/** Days that `kept` stays, or null when a law sets the time. */
export function retentionDays(kept: Kept): number | null {
  return retention.find((rule) => rule.kept === kept)?.days ?? null
}
