import type { Verdict } from './schema.ts'

export type BadgeKey = 'confirmed' | 'corrected' | 'notConfirmed' | 'opinion'

export const badgeKeys: readonly BadgeKey[] = ['confirmed', 'corrected', 'notConfirmed', 'opinion']

const badges: Readonly<Record<Verdict, BadgeKey>> = {
  corroborated: 'confirmed',
  contradicted: 'corrected',
  unverified: 'notConfirmed',
  opinion: 'opinion',
}

/** The mark a reader sees for what the check found. */
export function badgeOf(verdict: Verdict): BadgeKey {
  return badges[verdict]
}
